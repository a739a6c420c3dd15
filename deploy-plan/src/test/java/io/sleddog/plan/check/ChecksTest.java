package io.sleddog.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
  private final FunctionDescription function = Functions.java("com.acme.Orders");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:eu-west-1:123456789012:function:forwarder",
        "arn:aws:lambda:eu-west-1:123456789012:function:forwarder:live",
        "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:forwarder",
        "${GetAtt Forwarder.Arn}",
      })
  void forwarder_arnAsFarAsKnown_passes(String arn) {
    assertThat(refusals(Settings.none().withForwarder(Functions.text(arn)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "forwarder,forwarder-arn",
    "arn:aws:s3:::bucket,forwarder-arn",
    "arn:aws:lambda:eu-west-1:123456789012:layer:x:1,forwarder-arn",
    "arn:aws:lambda:us-east-1:123456789012:function:f,forwarder-region",
    "arn:aws:lambda:us-east-1:${AWS::AccountId}:function:f,forwarder-region",
  })
  void forwarder_otherArn_isRefused(String arn, String id) {
    assertThat(refusals(Settings.none().withForwarder(Functions.text(arn)))).contains(id);
  }

  @Test
  void forwarder_ofAnotherAccount_isAWarning() {
    Text forwarder = Text.of("arn:aws:lambda:eu-west-1:210987654321:function:f");
    Settings settings = Settings.none().withForwarder(forwarder);
    assertThat(Functions.plan(Checks.ofSettings(), function, settings).warnings())
        .extracting(Finding::id)
        .containsExactly("forwarder-account");
  }

  @ParameterizedTest
  @CsvSource({
    "sleddog,layer-arn",
    "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog,layer-arn",
    "arn:aws:lambda:eu-west-1:123456789012:function:f:1,layer-arn",
    "arn:aws:lambda:us-east-1:123456789012:layer:sleddog:1,layer-region",
    "arn:aws-us-gov:lambda:eu-west-1:123456789012:layer:sleddog:1,layer-region",
  })
  void layer_otherArn_isRefused(String arn, String id) {
    assertThat(refusals(Settings.none().withLayer(Functions.text(arn)))).contains(id);
  }

  @Test
  void layer_ofAnotherAccount_passes() {
    Text layer = Text.of("arn:aws:lambda:eu-west-1:210987654321:layer:sleddog:1");
    assertThat(refusals(Settings.none().withLayer(layer))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "_HANDLER,reserved-name",
    "AWS_LAMBDA_FUNCTION_NAME,reserved-name",
    "AWS_SESSION_TOKEN,reserved-name",
    "X,variable-name",
    "A-B,variable-name",
    "DD_TAGS,variable-made",
    "DD_LAMBDA_HANDLER,variable-made",
    "AWS_LAMBDA_EXEC_WRAPPER,variable-made",
    "DD_TRACE_ENABLED,flag-value",
    "DD_SITE,site",
  })
  void variable_thatCannotBe_isRefused(String name, String id) {
    assertThat(refusals(Settings.none().withVariable(name, Text.of("x")))).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA_TOOL_OPTIONS,-Xmx1g",
    "DD_SERVICE_MAPPING,a:b",
    "DD_SITE,DATADOGHQ.EU",
    "DD_SITE,us5.datadoghq.com",
    "DD_SITE,${Ref Site}",
    "DD_TRACE_ENABLED,False",
    "DD_TRACE_ENABLED,${Ref On}",
  })
  void variable_thatCanBe_passes(String name, String value) {
    assertThat(refusals(Settings.none().withVariable(name, Functions.text(value)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a:b|c", "a,b|c", "''|c", "a|b,c", "a|''"})
  void tag_thatDoesNotSurvive_isRefused(String key, String value) {
    assertThat(refusals(Settings.none().withTag(key, Text.of(value))))
        .containsExactly("tag-syntax");
  }

  @ParameterizedTest
  @CsvSource({"url,http://a:b", "team,${Ref Team}", "git.commit.sha,0af"})
  void tag_withColonOrHole_passes(String key, String value) {
    assertThat(refusals(Settings.none().withTag(key, Functions.text(value)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 31, 3654})
  void retention_otherDays_areRefused(int days) {
    LogGroupWish wish = LogGroupWish.standard().withRetentionDays(days);
    assertThat(refusals(Settings.none().withLogGroup(wish))).containsExactly("retention");
  }

  @Test
  void environment_atTheLimit_passesAndOneByteMoreDoesNot() {
    int room = 4096 - "{\"A\":\"\"}".length();
    assertThat(sizes("A", "x".repeat(room))).isEmpty();
    assertThat(sizes("A", "x".repeat(room + 1))).containsExactly("environment-size");
  }

  @Test
  void environment_quotesAndUmlauts_countAsBytesOfJson() {
    int room = 4096 - "{\"A\":\"\"}".length();
    assertThat(sizes("A", "\"".repeat(room / 2))).isEmpty();
    assertThat(sizes("A", "\"".repeat(room / 2 + 1))).containsExactly("environment-size");
    assertThat(sizes("A", "ü".repeat(room / 2 + 1))).containsExactly("environment-size");
  }

  @Test
  void environment_unknownParts_countAsNothing() {
    assertThat(sizes("A", "x".repeat(4000), "A_LONG_NAME".repeat(20), "${Ref X}")).isEmpty();
  }

  @Test
  void environment_tooLargeButUntouched_isNotOurs() {
    FunctionDescription large = Functions.with(function, "A", "x".repeat(5000));
    assertThat(Functions.plan(Checks.ofResult(), large, Settings.none()).refusals()).isEmpty();
  }

  @Test
  void settings_ofAnImage_areCheckedToo() {
    FunctionDescription image = function.withCode(Code.image());
    Settings settings = Settings.none().withForwarder(Text.of("x"));
    assertThat(Functions.plan(Checks.ofSettings(), image, settings).refusals()).hasSize(1);
  }

  private List<String> refusals(Settings settings) {
    return Functions.plan(Checks.ofSettings(), function, settings).refusals().stream()
        .map(Finding::id)
        .toList();
  }

  private List<String> sizes(String... variables) {
    FunctionDescription changed = Functions.with(function, variables);
    Draft draft = new Draft("Orders");
    draft.add(new Change.Variable("A", null, changed.environment().texts().get("A"), "why"));
    for (Rule rule : Checks.ofResult()) {
      rule.apply(changed, Settings.none(), draft);
    }
    return draft.plan().refusals().stream().map(Finding::id).toList();
  }
}
