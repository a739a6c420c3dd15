package io.sleddog.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sleddog.macro.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that users get: the macro's own and the sample's, before and after the macro. */
class TemplatesIT {
  private static final Path MACRO = Path.of("macro.yaml");
  private static final Path SAMPLE = Path.of("../samples/sam-macro/template.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static boolean canLint;

  @Test
  void macroTemplate_lint_findsNothing() throws Exception {
    assertThat(lint(MACRO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam-macro", "container-image", "code-signed"})
  void sample_lint_findsNothingBeforeAndAfterTheMacro(String name, @TempDir Path folder)
      throws Exception {
    Path sample = Path.of("../samples", name, "template.yaml");
    JsonNode response = new Macro(Map.of(), "macro-test", line -> {}).respond(event(sample));
    Path after =
        Files.writeString(folder.resolve("after.json"), response.get("fragment").toString());

    assertThat(response.get("status").asText()).as(response.toString()).isEqualTo("success");
    assertThat(response.get("fragment").toString()).contains("sleddog-forwarder", "DD_SERVICE");
    assertThat(lint(sample)).isEmpty();
    assertThat(lint(after)).isEmpty();
  }

  @Test
  void containerImage_afterTheMacro_hasNeitherHandlerNorLayer() throws Exception {
    Path sample = Path.of("../samples/container-image/template.yaml");
    JsonNode response = new Macro(Map.of(), "macro-test", line -> {}).respond(event(sample));

    JsonNode function = response.at("/fragment/Resources/CoffeeHouse/Properties");
    assertThat(function.has("Handler")).isFalse();
    assertThat(function.has("Layers")).isFalse();
    assertThat(function.at("/Environment/Variables/DD_ENV").asText()).isEqualTo("prod");
  }

  @Test
  void sample_afterTheMacro_isInstrumented() throws Exception {
    ObjectNode response = new Macro(Map.of(), "macro-test", line -> {}).respond(event(SAMPLE));
    JsonNode fragment = response.get("fragment");

    assertThat(response.get("status").asText()).isEqualTo("success");
    assertThat(fragment.at("/Resources/Orders/Properties/Handler").asText())
        .isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(
            fragment.at("/Resources/Worker/Properties/Environment/Variables/DD_SERVICE").asText())
        .isEqualTo("coffee-house-worker");
    assertThat(fragment.at("/Resources/OrdersSleddogFilter/Properties/DestinationArn").asText())
        .endsWith(":function:forwarder");
  }

  @Test
  void macroTemplate_variables_areThoseTheMacroReads() throws IOException {
    JsonNode template = YAML.readTree(MACRO.toFile());
    JsonNode variables = template.at("/Resources/Function/Properties/Environment/Variables");
    ObjectNode event = event(SAMPLE);
    ((ObjectNode) event.get("params")).removeAll();
    Map<String, String> environment =
        Map.of(
            "SLEDDOG_FORWARDER_ARN", "arn:aws:lambda:eu-west-1:123456789012:function:f",
            "SLEDDOG_JAVA_LAYER_ARN", "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:1",
            "DD_SITE", "datadoghq.eu",
            "DD_ENV", "prod",
            "DD_TAGS", "team:a");
    assertThat(variables.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(environment.keySet());
    String after = new Macro(environment, "macro-test", line -> {}).respond(event).toString();
    assertThat(environment.values()).allSatisfy(value -> assertThat(after).contains(value));
  }

  /** What CloudFormation sends: parameters of the transform resolved, one region and account. */
  private static ObjectNode event(Path sample) throws IOException {
    ObjectNode template = (ObjectNode) YAML.readTree(sample.toFile());
    ObjectNode event = Json.object();
    event.put("requestId", "r-1").put("region", "eu-west-1").put("accountId", "123456789012");
    ObjectNode parameters = template.at("/Transform/1/Parameters").deepCopy();
    parameters.put("forwarderArn", "arn:aws:lambda:eu-west-1:123456789012:function:forwarder");
    parameters.put("javaLayerArn", "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:3");
    parameters.put("env", "prod");
    event.set("params", parameters);
    return event.set("fragment", template);
  }

  @BeforeAll
  static void looksForTheLinter() throws Exception {
    canLint = run(List.of("cfn-lint", "--version")).startsWith("cfn-lint");
  }

  private static String lint(Path template) throws Exception {
    assumeTrue(canLint, "skipped: cfn-lint is not there (pip install cfn-lint)");
    return run(List.of("cfn-lint", template.toString()));
  }

  private static String run(List<String> command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notThere) {
      return "";
    }
  }
}
