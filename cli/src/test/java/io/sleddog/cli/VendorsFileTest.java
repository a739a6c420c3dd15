package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration file and the words of Datadog's own command line, as they are. */
class VendorsFileTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Console console;

  VendorsFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws).with("AWS_REGION", "");
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(2);
    aws.lambda().add("Forwarder", REGION);
    for (String name : List.of("orders", "bill")) {
      aws.lambda().add(name, REGION);
      aws.logs().add("/aws/lambda/" + name);
    }
  }

  @Test
  void wholeFile_isCarriedOut() throws IOException {
    write(
        "\"layerVersion\": 10, \"extensionVersion\": 8, \"functions\": [\"orders\", \""
            + FakeLambda.arn("bill", REGION)
            + "\"], \"region\": \"eu-west-1\", \"tracing\": true, \"mergeXrayTraces\": \"true\","
            + " \"captureLambdaPayload\": false, \"forwarder\": \""
            + FORWARDER
            + "\", \"logLevel\": \"debug\", \"service\": \"shop\", \"version\": \"b17\","
            + " \"environment\": \"staging\", \"extraTags\": \"layer:api,team:intake\"");

    assertThat(console.run("lambda", "instrument")).isZero();
    for (String name : List.of("orders", "bill")) {
      JsonNode variables =
          aws.lambda().function(name, REGION).path("Environment").path("Variables");
      assertThat(variables.path("DD_TRACE_ENABLED").asText()).isEqualTo("true");
      assertThat(variables.path("DD_MERGE_XRAY_TRACES").asText()).isEqualTo("true");
      assertThat(variables.path("DD_CAPTURE_LAMBDA_PAYLOAD").asText()).isEqualTo("false");
      assertThat(variables.path("DD_LOG_LEVEL").asText()).isEqualTo("debug");
      assertThat(variables.path("DD_SERVICE").asText()).isEqualTo("shop");
      assertThat(variables.path("DD_ENV").asText()).isEqualTo("staging");
      assertThat(variables.path("DD_VERSION").asText()).isEqualTo("b17");
      assertThat(variables.path("DD_TAGS").asText()).isEqualTo("layer:api,team:intake");
      assertThat(aws.logs().filtersOf("/aws/lambda/" + name)).hasSize(1);
    }
    assertThat(aws.lambda().function("orders", REGION).at("/Layers/0/Arn").asText())
        .endsWith(":layer:sleddog:2");
    assertThat(console.err())
        .contains("datadog-ci.json: extensionVersion is passed over")
        .contains("datadog-ci.json: layerVersion is passed over");

    assertThat(console.run("lambda", "status", "--fail")).isZero();
    assertThat(console.run("lambda", "uninstrument")).isZero();
    assertThat(aws.lambda().function("orders", REGION).path("Handler").asText())
        .isEqualTo("com.acme.Orders::handle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"functions\": [\"orders\"]|orders",
        "\"functions\": [\"o*\"]|orders",
        "\"functions\": \"orders,bill\"|orders bill",
        "\"functions\": [\"123456789012:function:orders\"]|orders",
        "\"functionsRegex\": \"^[ob]\"|bill orders",
        "\"functions\": [], \"functionsRegex\": \"order\"|orders",
      })
  void functions_inEachForm_areChosen(String member, String names) throws IOException {
    write(member + ", \"region\": \"eu-west-1\"");

    assertThat(console.run("lambda", "instrument", "--dry-run", "--json")).isZero();
    assertThat(names()).containsExactly(names.split(" ", 0));
  }

  @Test
  void commandLine_winsOverTheFile() throws IOException {
    write("\"functions\": [\"orders\"], \"region\": \"eu-west-1\", \"service\": \"file\"");

    console.run("lambda", "instrument", "-f", "bill", "--service", "line", "--dry-run", "--json");
    assertThat(names()).containsExactly("bill");
    assertThat(console.out()).contains("\"DD_SERVICE\": \"line\"").doesNotContain("file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"functions\": [], \"region\": \"eu-west-1\"", "\"region\": \"eu-west-1\""})
  void noFunctions_isWrongUsage(String members) throws IOException {
    write(members);

    assertThat(console.run("lambda", "instrument")).isEqualTo(2);
    assertThat(console.err()).contains("No function is chosen");
  }

  @Test
  void forwarderByItsOldKey_isTaken() throws IOException {
    write(
        "\"functions\": [\"orders\"], \"region\": \"eu-west-1\", \"forwarderARN\": \""
            + FORWARDER
            + "\"");

    assertThat(console.run("lambda", "instrument")).isZero();
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--tracing,true",
    "--tracing true,true",
    "--tracing=false,false",
    "--tracing FALSE,false",
  })
  void truthValue_mayBeLeftOut(String words, String value) {
    String line = "lambda instrument -f orders -r eu-west-1 " + words + " --dry-run --json";

    assertThat(console.run(line.split(" ", 0))).isZero();
    assertThat(console.out()).contains("\"DD_TRACE_ENABLED\": \"" + value + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--layerVersion none,SLEDDOG_RECORD",
    "--mergeXrayTraces true,DD_MERGE_XRAY_TRACES",
    "--captureLambdaPayload true,DD_CAPTURE_LAMBDA_PAYLOAD",
    "--flushMetricsToLogs false,DD_FLUSH_TO_LOG",
    "--logLevel debug,DD_LOG_LEVEL",
    "--extraTags a:b,DD_TAGS",
    "-e none,DD_TRACE_ENABLED",
  })
  void words_inTheVendorsSpelling_areTaken(String words, String variable) {
    String line = "lambda instrument -f orders -r eu-west-1 --json -d " + words;

    assertThat(console.run(line.split(" ", 0))).isZero();
    assertThat(console.out()).contains('"' + variable + '"');
    assertThat(aws.calls()).doesNotContain("UpdateFunctionConfiguration");
  }

  @ParameterizedTest
  @CsvSource({
    "--logging true,--logging",
    "--apm-flush-deadline 100,--apm-flush-deadline",
    "--appsec,--appsec",
    "--llmobs app,--llmobs",
    "--lambda-fips,--lambda-fips",
    "--upload-git-metadata,--upload-git-metadata",
  })
  void wordsWithoutEffect_areSaidToHaveNone(String words, String option) {
    String line = "lambda instrument -f orders -r eu-west-1 -d " + words;

    assertThat(console.run(line.split(" ", 0))).isZero();
    assertThat(console.err()).contains("warning: " + option + " has no effect: ");
  }

  private List<String> names() {
    return Json.parse(console.out()).path("result").findValuesAsText("function").stream()
        .map(it -> it.replaceFirst(".*:", ""))
        .toList();
  }

  private void write(String members) throws IOException {
    Files.writeString(folder.resolve("datadog-ci.json"), "{\"lambda\": {" + members + "}}");
  }
}
