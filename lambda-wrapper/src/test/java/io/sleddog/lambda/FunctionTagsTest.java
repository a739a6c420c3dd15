package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.invocation.ColdStart.Sandbox;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.tag.Tags;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionTagsTest {
  private static final @Nullable FunctionArn ARN =
      FunctionArn.tryParse("arn:aws:lambda:eu-west-1:123456789012:function:Orders:Live");

  private final Map<String, String> variables =
      new HashMap<>(Map.of("AWS_LAMBDA_FUNCTION_NAME", "Orders", "DD_VERSION", "1.\"2\""));

  @ParameterizedTest
  @CsvSource({"COLD,true,,on-demand", "PREPARED,false,true,on-demand", "WARM,false,,"})
  void of_eachSandbox_tellsHowItBegan(Sandbox sandbox, String cold, String ahead, String initType) {
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    Map<String, String> tags = text(functionTags().of(invocation(sandbox, "a", ARN)));
    assertThat(tags.get("cold_start")).isEqualTo(cold);
    assertThat(tags.get("proactive_initialization")).isEqualTo(ahead);
    assertThat(tags.get("init_type")).isEqualTo(initType);
  }

  @Test
  void of_coldAndWarm_sayTheSameOfTheFunction() {
    FunctionTags function = functionTags();
    Map<String, String> cold = text(function.of(invocation(Sandbox.COLD, "a", ARN)));
    Map<String, String> warm = text(function.of(invocation(Sandbox.WARM, "b", ARN)));
    assertThat(cold.remove("cold_start")).isEqualTo("true");
    assertThat(warm.remove("cold_start")).isEqualTo("false");
    assertThat(warm)
        .isEqualTo(cold)
        .containsEntry("function_arn", "arn:aws:lambda:eu-west-1:123456789012:function:orders")
        .containsEntry("function_version", "Live")
        .containsEntry("functionname", "orders")
        .containsEntry("resource_names", "Orders")
        .containsEntry("version", "1.\"2\"")
        .containsEntry("request_id", "");
  }

  @Test
  void of_nextWarmInvocation_isTheSameObject() {
    FunctionTags function = functionTags();
    Tags first = function.of(invocation(Sandbox.WARM, "a", ARN));
    assertThat(function.of(invocation(Sandbox.WARM, "b", ARN))).isSameAs(first);
    assertThat(function.of(invocation(Sandbox.WARM, "c", null))).isNotSameAs(first);
    assertThat(text(function.of(invocation(Sandbox.WARM, "d", null))))
        .doesNotContainKey("function_arn")
        .containsEntry("function_version", "$LATEST");
  }

  private FunctionTags functionTags() {
    return new FunctionTags(new Settings(new Environment(variables, new Warnings())));
  }

  private static Invocation invocation(
      Sandbox sandbox, String requestId, @Nullable FunctionArn arn) {
    return new Invocation(requestId, arn, "7", 512, sandbox);
  }

  private static Map<String, String> text(Tags tags) {
    Map<String, String> text = new HashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      text.put(tags.key(i), Tags.text(tags.value(i)));
    }
    return text;
  }
}
