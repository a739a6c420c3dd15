package io.sleddog.macro.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.PackageType;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Runtime':'java21'}|ZIP",
        "{'PackageType':'Zip'}|ZIP",
        "{'PackageType':'Image'}|IMAGE",
        "{'Code':{'ImageUri':'x'}}|IMAGE",
        "{'ImageUri':'x'}|IMAGE",
        "{'PackageType':{'Ref':'Type'}}|UNKNOWN",
      })
  void read_code_hasItsPackageType(String properties, PackageType type) {
    assertThat(read(Functions.lambda(properties)).code().packageType()).isEqualTo(type);
  }

  @Test
  void read_lambda_hasAllThatIsDeclared() {
    FunctionDescription function =
        read(
            Functions.lambda(
                """
                {'FunctionName': 'shop', 'Runtime': 'java21', 'Handler': {'Ref': 'Handler'},
                 'Architectures': ['arm64'], 'CodeSigningConfigArn': 'x',
                 'TracingConfig': {'Mode': 'Active'},
                 'LoggingConfig': {'LogFormat': 'JSON', 'SystemLogLevel': 'WARN'},
                 'Tags': [{'Key': 'team', 'Value': 'a'}]}
                """));
    assertThat(function.name()).isEqualTo(Text.of("shop"));
    assertThat(function.code().runtime()).isEqualTo(Text.of("java21"));
    assertThat(function.code().handler()).hasToString("${Handler}");
    assertThat(function.code().architecture()).isEqualTo(Text.of("arm64"));
    assertThat(function.code().isSigned()).isTrue();
    assertThat(function.tracing()).isEqualTo(Text.of("Active"));
    assertThat(function.logging()).isEqualTo(new Logging(Text.of("JSON"), Text.of("WARN")));
    assertThat(function.tags().texts()).containsEntry("team", Text.of("a"));
  }

  @Test
  void read_serverless_hasWhatGlobalsSay() {
    FunctionDescription function =
        read(
            Functions.serverless(
                "{'Tags':{'team':'a'}}",
                "{'Runtime':'java21','Handler':'h','Tracing':'Active','Tags':{'team':'b','x':'y'}}"));
    assertThat(function.code().handler()).isEqualTo(Text.of("h"));
    assertThat(function.tracing()).isEqualTo(Text.of("Active"));
    assertThat(function.tags().texts())
        .containsEntry("team", Text.of("a"))
        .containsEntry("x", Text.of("y"));
  }

  @Test
  void read_nothingSaid_isLambdasDefault() {
    FunctionDescription function = read(Functions.lambda("{}"));
    assertThat(function.name()).hasToString("${Orders}");
    assertThat(function.tracing()).isEqualTo(Text.of("PassThrough"));
    assertThat(function.logging()).isEqualTo(Logging.plain());
    assertThat(function.tags()).isEqualTo(Entries.none());
  }

  @Test
  void read_tagThatMayBeMissing_countsAsThere() {
    FunctionDescription function =
        read(
            Functions.lambda(
                "{'Tags':[{'Fn::If':['C',{'Key':'env','Value':'a'},{'Ref':'AWS::NoValue'}]}]}"));
    assertThat(function.tags().texts()).containsOnlyKeys("env");
    assertThat(function.tags().get("env").get().isKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Lambda", "Serverless"})
  void read_tagsAsExpression_areClosed(String kind) {
    String properties = "{'Tags':{'Ref':'Tags'}}";
    FunctionResource function =
        kind.equals("Lambda")
            ? Functions.lambda(properties)
            : Functions.serverless(properties, "{}");
    assertThat(read(function).tags()).isEqualTo(Entries.closed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|${Orders}",
        "{'FunctionName':'shop'}|shop,${Orders}",
        "{'FunctionName':{'Ref':'Name'}}|${Name},${Orders}",
        "{'FunctionName':{'Ref':'AWS::NoValue'}}|${Orders}",
        "{'FunctionName':{'Fn::If':['C','a',{'Ref':'AWS::NoValue'}]}}|${Orders},${Fn::If}",
        "{'FunctionName':{'Fn::If':['C','a','b']}}|${Fn::If},${Orders}",
      })
  void names_ofAFunction_beginWithTheSurest(String properties, String names) {
    assertThat(reader().names(Functions.lambda(properties)).stream().map(Text::shape))
        .containsExactly(names.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Runtime':'java21'}|java21",
        "{'Runtime':{'Ref':'R'}}|${R}",
        "{'Runtime':{'Fn::If':['C','java17',{'Ref':'R'}]}}|java17,${R}",
      })
  void runtimes_ofAFunction_areAllBranches(String properties, String runtimes) {
    assertThat(reader().runtimes(Functions.lambda(properties)).stream().map(Text::shape))
        .containsExactly(runtimes.split(","));
  }

  private static FunctionReader reader() {
    Place place = new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1"));
    return new FunctionReader(Functions.texts(), place);
  }

  private static FunctionDescription read(FunctionResource function) {
    return reader().read(function, LogGroup.of(Text.of("/x"), Presence.UNKNOWN));
  }
}
