package io.sleddog.macro.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Nodes;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of a transform become. */
class MacroConfigTest {
  private static final Place PLACE =
      new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("123456789012"));

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void read_parameterThatIsAVariable_setsIt(Parameter parameter) {
    String value = parameter.kind() == Parameter.Kind.NUMBER ? "7" : "true";
    MacroConfig config = read("{'" + parameter.key() + "':'" + value + "'}");

    parameter
        .variable()
        .ifPresent(
            variable ->
                assertThat(config.settings().variables().texts())
                    .containsEntry(variable, Text.of(value)));
    assertThat(config.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void read_environmentOfTheMacro_setsTheSameAsTheParameter(Parameter parameter) {
    String value =
        switch (parameter.kind()) {
          case NUMBER -> "7";
          case FLAG -> "false";
          default -> "a:b";
        };
    MacroConfig byParameter = read("{'" + parameter.key() + "':'" + value + "'}");
    MacroConfig byEnvironment = read(Map.of(parameter.environmentKey(), value), Nodes.of("{}"));

    assertThat(byEnvironment).isEqualTo(byParameter);
  }

  @ParameterizedTest
  @CsvSource({
    "true, , REDIRECT",
    ", , REDIRECT",
    "false, , IN_CODE",
    ", true, EXEC_SCRIPT",
    "false, true, EXEC_SCRIPT",
    "true, false, REDIRECT",
    "false, false, IN_CODE",
  })
  void read_waysOfActivation_areOne(String redirect, String script, Activation activation) {
    String params =
        (redirect == null ? "" : "'redirectHandler':" + redirect + ",")
            + (script == null ? "" : "'execWrapper':" + script + ",");
    MacroConfig config = read("{" + params + "'env':'prod'}");

    assertThat(config.settings().manner().activation()).isEqualTo(activation);
    assertThat(config.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'redirectHandler':true,'execWrapper':true}|redirectHandler or execWrapper, not both",
        "{'javaLayerArn':'a','javaLayerVersion':1}|javaLayerArn or javaLayerVersion, not both",
        "{'tags':'team'}|\"team\" is not of the form key:value",
        "{'tags':':a'}|\":a\" is not of the form key:value",
        "{'enabled':'maybe'}|enabled is \"maybe\": give true or false",
        "{'logRetentionInDays':'-1'}|logRetentionInDays is \"-1\": give a whole number",
        "{'service':{'a':'b'}}|service is neither a text nor a list of texts",
        "{'addExtension':true}|addExtension: the forwarder does the extension's work",
        "{'sevice':'x'}|There is no parameter sevice. Did you mean service?",
      })
  void read_whatCannotBe_isAProblem(String params, String problem) {
    assertThat(read(params).problems()).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'apiKey':'x'}",
        "{'apiKeySecretArn':'x'}",
        "{'pythonLayerVersion':1}",
        "{'enableProfiling':true}",
        "{'stepFunctionForwarderArn':'x'}",
      })
  void read_parameterOfDatadogsMacroWithoutMeaning_isAWarning(String params) {
    MacroConfig config = read(params);

    assertThat(config.problems()).isEmpty();
    assertThat(config.warnings()).singleElement().asString().contains("remove the parameter");
    assertThat(config.warnings().toString()).doesNotContain("\"x\"");
  }

  @Test
  void read_layerByNumber_isInTheStacksPlace() {
    assertThat(layer("{'javaLayerVersion':3}"))
        .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:3");
    assertThat(layer("{'javaLayerVersion':'3','useLayersFromAccount':210987654321}"))
        .isEqualTo("arn:aws:lambda:eu-west-1:210987654321:layer:sleddog:3");
    assertThat(read("{'javaLayerVersion':3,'addLayers':'False'}").settings().layer()).isNull();
  }

  @Test
  void read_logGroupWishes_areTakenOver() {
    MacroConfig config =
        read(
            "{'createLogGroups':false,'createForwarderPermissions':true,'logRetentionInDays':30,"
                + "'subscriptionFilterName':'mine','subscriptionFilterPattern':'?ERROR',"
                + "'subscriptionFilterLimit':5}");

    assertThat(config.settings().logGroup())
        .isEqualTo(
            Settings.none()
                .logGroup()
                .existingOnly()
                .granted()
                .withRetentionDays(30)
                .withFilterName("mine")
                .withFilterPattern("?ERROR")
                .withFilterLimit(5));
  }

  @Test
  void read_xray_mergesItsTracesUnlessToldNotTo() {
    assertThat(read("{'enableXrayTracing':true}").settings().variables().texts())
        .containsEntry("DD_MERGE_XRAY_TRACES", Text.of("true"));
    assertThat(
            read("{'enableXrayTracing':true,'enableMergeXrayTraces':false}")
                .settings()
                .variables()
                .texts())
        .containsEntry("DD_MERGE_XRAY_TRACES", Text.of("false"));
  }

  @Test
  void read_nothing_isTheDefaults() {
    MacroConfig config = read("{}");

    assertThat(config.isEnabled()).isTrue();
    assertThat(config.needsLayer()).isTrue();
    assertThat(config.excluded()).isEmpty();
    assertThat(config.settings()).isEqualTo(Settings.none().withTool("macro-1"));
    assertThat(config.settings().manner().precedence()).isEqualTo(Precedence.KEEP);
  }

  private static String layer(String params) {
    return String.valueOf(read(params).settings().layer());
  }

  private static MacroConfig read(String params) {
    return read(Map.of(), Nodes.of(params));
  }

  private static MacroConfig read(Map<String, String> environment, JsonNode params) {
    JsonNode nothing = Nodes.of("{}");
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.set("fragment", nothing);
    event.set("params", params);
    Texts texts = new Texts(new Values(nothing, nothing, Map.of()));
    return MacroConfig.read(environment, event, texts, PLACE, "macro-1");
  }
}
