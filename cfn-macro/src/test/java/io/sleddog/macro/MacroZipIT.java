package io.sleddog.macro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deployment package: what is in it, and how it answers under the real runtime. */
class MacroZipIT {
  private static final Path ZIP = Path.of("target/macro.zip");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void zip_content_isOurClassesAndKnownLibraries() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      assertThat(zip.stream().filter(it -> !it.isDirectory()).map(ZipEntry::getName))
          .contains("io/sleddog/macro/MacroHandler.class")
          .filteredOn(name -> !name.startsWith("io/sleddog/macro/"))
          .satisfiesExactlyInAnyOrder(
              name -> assertThat(name).matches("lib/deploy-plan-[0-9.]+(-SNAPSHOT)?\\.jar"),
              name -> assertThat(name).matches("lib/jackson-annotations-[0-9.]+\\.jar"),
              name ->
                  assertThat(name).isEqualTo("lib/jackson-core-" + PackageVersion.VERSION + ".jar"),
              name -> assertThat(name).matches("lib/jackson-databind-[0-9.]+\\.jar"));
    }
  }

  @Test
  void zip_packedTwice_hasTheSameBytes() {
    assertThat(ZIP).hasSameBinaryContentAs(Path.of("target/again.zip"));
  }

  @Test
  void zip_size_isSmall() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(3_000_000);
  }

  @Test
  void function_events_answersEachAsTheProtocolWants(@TempDir Path folder) throws Exception {
    String event =
        """
        {"requestId": "r-1", "region": "eu-west-1", "accountId": "1", "params": {},
         "fragment": {"Resources": {"Orders": {"Type": "AWS::Lambda::Function",
           "Properties": {"Runtime": "java21", "Handler": "com.acme.Orders"}}}}}
        """;
    Map<String, String> environment =
        Map.of("SLEDDOG_JAVA_LAYER_ARN", "arn:aws:lambda:eu-west-1:1:layer:sleddog:3");
    try (MacroProcess macro = new MacroProcess(ZIP, folder, environment)) {
      JsonNode answer = JSON.readTree(macro.answer(event));
      assertThat(answer.get("requestId").asText()).isEqualTo("r-1");
      assertThat(answer.get("status").asText()).isEqualTo("success");
      JsonNode properties = answer.at("/fragment/Resources/Orders/Properties");
      assertThat(properties.get("Handler").asText())
          .isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
      assertThat(properties.at("/Tags/0/Value").asText()).matches("macro-[0-9.]+(-SNAPSHOT)?");

      JsonNode refused =
          JSON.readTree(macro.answer(event.replace("\"params\": {}", "\"params\": {\"x\": 1}")));
      assertThat(refused.get("status").asText()).isEqualTo("failure");
      assertThat(refused.get("errorMessage").asText()).isEqualTo("There is no parameter x.");

      JsonNode odd = JSON.readTree(macro.answer("[\"no event\"]"));
      assertThat(odd.get("status").asText()).isEqualTo("failure");
    }
  }
}
