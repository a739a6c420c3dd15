package io.sleddog.lambda.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.invocation.ColdStart.Sandbox;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:Orders";

  private final List<String> told = new ArrayList<>();
  private final Warnings warnings =
      new Warnings() {
        @Override
        protected void print(String message, @Nullable Throwable cause) {
          told.add(message);
        }
      };
  private final MetricTags tags = new MetricTags("java21");

  @Test
  void enhanced_plainArn_hasTheTagsInPythonsOrder() {
    assertThat(tags.enhanced(invocation(ARN, Sandbox.WARM)))
        .containsExactly(
            "region:eu-west-1",
            "account_id:123456789012",
            "functionname:Orders",
            "resource:Orders",
            "memorysize:512",
            "cold_start:false",
            "runtime:java21",
            "datadog_lambda:v0.1.0",
            "dd_lambda_layer:datadog-java21_0.1.0");
  }

  @Test
  void enhanced_nextInvocationDiffers_hasTagsOfItsOwn() {
    Invocation warm = invocation(ARN, Sandbox.WARM);
    assertThat(tags.enhanced(invocation(ARN, Sandbox.COLD))).contains("cold_start:true");
    assertThat(tags.enhanced(warm)).contains("cold_start:false", "resource:Orders");
    assertThat(tags.enhanced(warm)).contains("cold_start:false", "resource:Orders");
    assertThat(tags.enhanced(invocation(ARN + ":Prod", Sandbox.WARM)))
        .contains("resource:Orders:Prod", "executedversion:7");
  }

  @Test
  void isLike_anyPartButTheRequestDiffers_isFalse() {
    FunctionArn arn = FunctionArn.tryParse(ARN);
    Invocation one = new Invocation("a", arn, "7", 512, Sandbox.WARM);
    assertThat(one.isLike(new Invocation("b", arn, "7", 512, Sandbox.WARM))).isTrue();
    assertThat(one.isLike(new Invocation("a", null, "7", 512, Sandbox.WARM))).isFalse();
    assertThat(one.isLike(new Invocation("a", arn, "8", 512, Sandbox.WARM))).isFalse();
    assertThat(one.isLike(new Invocation("a", arn, "7", 128, Sandbox.WARM))).isFalse();
    assertThat(one.isLike(new Invocation("a", arn, "7", 512, Sandbox.COLD))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Prod,executedversion:7,resource:Orders:Prod",
    "7,,resource:Orders:7",
    "$LATEST,,resource:Orders:LATEST"
  })
  void enhanced_qualifier_namesTheResourceAndForAnAliasTheVersion(
      String qualifier, @Nullable String version, String resource) {
    List<String> all = tags.enhanced(invocation(ARN + ":" + qualifier, Sandbox.COLD));
    assertThat(all).contains(resource, "cold_start:true");
    if (version == null) {
      assertThat(all).noneMatch(tag -> tag.startsWith("executedversion"));
    } else {
      assertThat(all).contains(version);
    }
  }

  @Test
  void enhanced_withoutArn_leavesOutWhatIsNotKnown() {
    assertThat(tags.enhanced(invocation(null, Sandbox.PREPARED)))
        .containsExactly(
            "cold_start:false",
            "proactive_initialization:true",
            "runtime:java21",
            "datadog_lambda:v0.1.0",
            "dd_lambda_layer:datadog-java21_0.1.0");
  }

  @Test
  void custom_usersTags_comeFirst() {
    assertThat(new MetricTags("java11.al2023").custom("a:b", "c"))
        .containsExactly("a:b", "c", "dd_lambda_layer:datadog-java11_0.1.0");
  }

  @ParameterizedTest
  @CsvSource({"orders.value,1,true", "'',1,false", "1st,1,false", "_x,1,false", "a,NaN,false"})
  void accept_namesAndValues_areHeldToTheRules(String name, double value, boolean accepted) {
    assertThat(PointRules.accept(name, value, warnings)).isEqualTo(accepted);
    assertThat(PointRules.accept(name, value, warnings)).isEqualTo(accepted);
    assertThat(told).hasSize(accepted ? 0 : 1);
  }

  @Test
  void accept_nameOfAllLengths_endsAtTwoHundred() {
    assertThat(PointRules.accept("a".repeat(200), 0, warnings)).isTrue();
    assertThat(PointRules.accept("a".repeat(201), 0, warnings)).isFalse();
    assertThat(PointRules.accept(null, 0, warnings)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "3600,0", "3601,1", "-600,0", "-601,1"})
  void checkTime_olderOrNewerThanTheIntakeTakes_isTold(long age, int warningsGiven) {
    PointRules.checkTime("a", 1_000_000 - age, 1_000_000, warnings);
    assertThat(told).hasSize(warningsGiven);
  }

  @Test
  void warnings_sayEachMessageOnce() {
    warnings.say("a");
    warnings.say("a");
    warnings.say("b", new IllegalStateException());
    warnings.badValue("DD_X", "1");
    assertThat(told).containsExactly("a", "b", "DD_X has a value that is not understood; using 1");
    assertThat(String.join("", told).getBytes(UTF_8)).isNotEmpty();
  }

  private static Invocation invocation(@Nullable String arn, Sandbox sandbox) {
    return new Invocation("request", FunctionArn.tryParse(arn), "7", 512, sandbox);
  }
}
