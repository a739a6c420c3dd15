package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.function.LayerSource;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.Variable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** What each runtime gets, and what each property and each way of activation does. */
@NeedsNode
class InstrumentationRuntimesTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String REDIRECT = "io.sleddog.lambda.LayerHandler::handleRequest";
  private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:7";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:forwarder";

  private final Synth synth = Synth.in("eu-west-1");

  @ParameterizedTest
  @CsvSource({
    "java11, true, ''",
    "java17, true, ''",
    "java21, true, ''",
    "java25, true, ''",
    "java17.al2023, true, ''",
    "java8.al2, false, java-too-old",
    "python3.13, false, not-java",
    "nodejs22.x, false, not-java",
    "dotnet8, false, not-java",
    "ruby3.4, false, not-java",
    "provided.al2023, false, os-only-runtime",
  })
  void add_runtime_isWrappedIfItIsJava(String runtime, boolean isWrapped, String warning) {
    declare(runtime, Map.of());
    instrument(props());

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.path("Handler").asText())
        .isEqualTo(isWrapped ? REDIRECT : "com.acme.Orders");
    assertThat(function.path("Layers")).hasSize(isWrapped ? 1 : 0);
    assertThat(variables().path("DD_LAMBDA_HANDLER").asText())
        .isEqualTo(isWrapped ? "com.acme.Orders" : "");
    assertThat(variables().path("DD_FLUSH_TO_LOG").asText()).isEqualTo("true");
    assertThat(synth.all("AWS::Logs::SubscriptionFilter")).hasSize(1);
    if (!warning.isEmpty()) {
      Annotations.fromStack(synth.stack)
          .hasWarning("*", Match.stringLikeRegexp(".*sleddog:" + warning + ".*"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REDIRECT, true, false, true",
    "EXEC_SCRIPT, false, true, true",
    "IN_CODE, false, false, true",
  })
  void activation_eachWay_changesWhatItNeedsTo(
      Activation activation, boolean isRedirected, boolean hasScript, boolean hasLayer) {
    declare("java21", Map.of());
    instrument(props().activation(activation));

    assertThat(synth.only(FUNCTION).path("Handler").asText().equals(REDIRECT))
        .isEqualTo(isRedirected);
    assertThat(variables().has("AWS_LAMBDA_EXEC_WRAPPER")).isEqualTo(hasScript);
    assertThat(synth.only(FUNCTION).path("Layers").isEmpty()).isNotEqualTo(hasLayer);
  }

  static Stream<Variable> settable() {
    return Stream.of(Variable.values()).filter(it -> !it.isMade());
  }

  @ParameterizedTest
  @MethodSource("settable")
  void with_eachVariable_isWrittenWithTheFunctionsOwnWinning(Variable variable) {
    String text = variable.isFlag() ? "false" : variable == Variable.SITE ? "datadoghq.eu" : "x";
    declare("java21", Map.of("KEPT", "1"));
    instrument(props().with(variable, text));

    assertThat(variables().path(variable.key()).asText()).isEqualTo(text);
    assertThat(variables().path("KEPT").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"false, mine", "true, theirs"})
  void overwrite_orNot_saysWhoWins(boolean overwrite, String winner) {
    declare("java21", Map.of("DD_SERVICE", "mine"));
    instrument(props().service("theirs").overwrite(overwrite));

    assertThat(variables().path("DD_SERVICE").asText()).isEqualTo(winner);
    assertThat(synth.only(FUNCTION).path("Tags").toString()).contains(winner);
  }

  @Test
  void logGroup_existingOnly_declaresNone() {
    declare("java21", Map.of());
    instrument(props().logGroup(it -> it.existingOnly().withFilterPattern("?ERROR")));

    assertThat(synth.all("AWS::Logs::LogGroup")).isEmpty();
    assertThat(synth.only("AWS::Logs::SubscriptionFilter").path("FilterPattern").asText())
        .isEqualTo("?ERROR");
  }

  @Test
  void logGroup_withRetention_declaresItWithThat() {
    declare("java21", Map.of());
    instrument(props().logGroup(it -> it.withRetentionDays(30).withFilterName("mine")));

    assertThat(synth.only("AWS::Logs::LogGroup").path("RetentionInDays").asInt()).isEqualTo(30);
    assertThat(synth.only("AWS::Logs::SubscriptionFilter").path("FilterName").asText())
        .isEqualTo("mine");
  }

  @Test
  void logGroup_leftAlone_isNeitherDeclaredNorSubscribed() {
    declare("java21", Map.of());
    instrument(props().logGroup(it -> it.leftAlone()));

    assertThat(synth.all("AWS::Logs::LogGroup")).isEmpty();
    assertThat(synth.all("AWS::Logs::SubscriptionFilter")).isEmpty();
    assertThat(synth.only(FUNCTION).path("Handler").asText()).isEqualTo(REDIRECT);
  }

  @Test
  void logGroup_granted_letsCloudWatchLogsInvokeOnce() {
    declare("java21", Map.of());
    instrument(props().logGroup(it -> it.granted()));

    JsonNode permission = synth.only("AWS::Lambda::Permission");
    assertThat(permission.path("FunctionName").asText()).isEqualTo(FORWARDER);
    assertThat(permission.path("SourceArn").toString()).contains("log-group:*:*");
  }

  @Test
  void layer_olderVersion_isReplacedInItsPlace() {
    String older = LAYER.replace(":7", ":3");
    String other = LAYER.replace("sleddog:7", "tools:1");
    declare("java21", Map.of(), older, other);
    instrument(props());

    assertThat(synth.only(FUNCTION).path("Layers"))
        .extracting(JsonNode::asText)
        .containsExactly(LAYER, other);
  }

  private static InstrumentationProps.Builder props() {
    return InstrumentationProps.builder().forwarderArn(FORWARDER).layer(LayerSource.fromArn(LAYER));
  }

  private void instrument(InstrumentationProps.Builder props) {
    new Instrumentation(synth.stack, "Sleddog", props.build()).addAll(synth.stack);
  }

  private void declare(String runtime, Map<String, String> variables, String... layers) {
    CfnFunction.Builder.create(synth.stack, "Orders")
        .runtime(runtime)
        .handler("com.acme.Orders")
        .role("arn:aws:iam::123456789012:role/r")
        .code(CfnFunction.CodeProperty.builder().s3Bucket("bucket").s3Key("k").build())
        .layers(List.of(layers))
        .environment(CfnFunction.EnvironmentProperty.builder().variables(variables).build())
        .build();
  }

  private JsonNode variables() {
    return synth.only(FUNCTION).at("/Environment/Variables");
  }
}
