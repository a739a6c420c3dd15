package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each option of {@code lambda instrument} as it stands in the calls of the plan. */
class InstrumentOptionsTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER =
      "arn:aws:lambda:eu-west-1:123456789012:function:Forwarder";
  private static final String OURS = "arn:aws:lambda:eu-west-1:123456789012:layer:sleddog:";

  private final FakeAws aws = new FakeAws();
  private final Console console;

  InstrumentOptionsTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(3);
    aws.lambda().add("Forwarder", REGION);
    aws.lambda()
        .add("orders", REGION)
        .withObject("/Environment/Variables")
        .put("DD_SERVICE", "own")
        .put("DD_TAGS", "team:a");
    aws.logs().add("/aws/lambda/orders");
  }

  @ParameterizedTest
  @CsvSource({
    "--service shop,DD_SERVICE,shop",
    "--env prod,DD_ENV,prod",
    "--version 7,DD_VERSION,7",
    "--tracing false,DD_TRACE_ENABLED,false",
    "--merge-xray-traces true,DD_MERGE_XRAY_TRACES,true",
    "--flush-metrics-to-logs false,DD_FLUSH_TO_LOG,false",
    "--capture-lambda-payload true,DD_CAPTURE_LAMBDA_PAYLOAD,true",
    "--log-level debug,DD_LOG_LEVEL,debug",
    "--enhanced-metrics false,DD_ENHANCED_METRICS,false",
    "--logs-injection false,DD_LOGS_INJECTION,false",
    "--cold-start-tracing false,DD_COLD_START_TRACING,false",
    "--encode-authorizer-context false,DD_ENCODE_AUTHORIZER_CONTEXT,false",
    "--decode-authorizer-context false,DD_DECODE_AUTHORIZER_CONTEXT,false",
    "--extra-tags layer:api,DD_TAGS,'team:a,layer:api'",
    "--extra-tags layer:api --replace-tags,DD_TAGS,layer:api",
    "--handler-redirect false,AWS_LAMBDA_EXEC_WRAPPER,/opt/sleddog",
    "--service shop --keep-values,DD_SERVICE,own",
  })
  void option_becomesAVariable(String words, String variable, String value) {
    assertThat(plan(words)).isZero();
    JsonNode variables = call("UpdateFunctionConfiguration").at("/input/Environment/Variables");
    assertThat(variables.path(variable).asText()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "--env prod,us3.datadoghq.com,us3.datadoghq.com",
    "--env prod,'',''",
  })
  void siteOfTheShell_becomesTheFunctions(String words, String shell, String site) {
    console.with("DATADOG_SITE", shell);

    plan(words);
    JsonNode variables = call("UpdateFunctionConfiguration").at("/input/Environment/Variables");
    assertThat(variables.path("DD_SITE").asText("")).isEqualTo(site);
  }

  /** A host that is not there would take all data, and nobody would hear of it. */
  @Test
  void siteOfTheShell_thatIsNone_isRefused() {
    console.with("DATADOG_SITE", "datadoghq.con");

    assertThat(console.run("lambda", "instrument", "-f", "orders")).isEqualTo(2);
    assertThat(console.err())
        .contains("\"datadoghq.con\" in DATADOG_SITE", "datadoghq.eu", "or unset it");
  }

  @ParameterizedTest
  @CsvSource({
    "--env prod," + OURS + "3",
    "-v latest," + OURS + "3",
    "-v 2," + OURS + "2",
    "-v 9," + OURS + "9",
    "-a 464622532012,arn:aws:lambda:eu-west-1:464622532012:layer:sleddog:2",
    "--layer-arn arn:aws:lambda:eu-west-1:1:layer:mine:4,arn:aws:lambda:eu-west-1:1:layer:mine:4",
  })
  void layer_isTheOneThatIsWished(String words, String layer) {
    aws.always(
        "ListLayerVersions",
        "{'LayerVersions': [{'Version': 2, 'LayerVersionArn': '"
            + (words.startsWith("-a") ? layer : OURS + "2")
            + "'}]}");
    if (!words.startsWith("-a")) {
      aws.always(
          "ListLayerVersions",
          "{'LayerVersions': [{'Version': 2, 'LayerVersionArn': 'x:2'}, {'Version': 3,"
              + " 'LayerVersionArn': '"
              + OURS
              + "3'}]}");
    }

    assertThat(plan(words)).isZero();
    assertThat(call("UpdateFunctionConfiguration").at("/input/Layers/0").asText()).isEqualTo(layer);
  }

  @Test
  void layerOfEachRegion_isTakenByItsRegion() {
    aws.lambda().add("orders", "us-east-1");
    String there = "arn:aws:lambda:us-east-1:123456789012:layer:mine:5";
    String here = "arn:aws:lambda:eu-west-1:123456789012:layer:mine:4";

    plan("-r eu-west-1,us-east-1 --layer-arn " + here + "," + there);
    assertThat(console.out()).contains(here, there);
    JsonNode functions = Json.parse(console.out()).at("/result/functions");
    assertThat(functions).hasSize(2);
    assertThat(functions.get(1).at("/plan/0/input/Layers/0").asText()).isEqualTo(there);
  }

  @Test
  void noLayerAtAll_leavesHandlerAndLayersAlone() {
    plan("-v none");

    JsonNode input = call("UpdateFunctionConfiguration").path("input");
    assertThat(input.has("Layers")).isFalse();
    assertThat(input.has("Handler")).isFalse();
  }

  /** A dry run shows what it would do; a real one does not half of it. */
  @ParameterizedTest
  @ValueSource(strings = {"ResourceNotFoundException", "none"})
  void layerThatIsNotPublished_isAWarningThenARefusal(String code) {
    aws.lambda().layerUpTo(0);
    if (!code.equals("none")) {
      aws.fail("ListLayerVersions", "", code);
    }

    assertThat(plan("--env prod")).isZero();
    assertThat(console.out()).contains("layer-not-published", "publish-layer-version");
    assertThat(console.run("lambda", "instrument", "-f", "orders", "--env", "prod")).isEqualTo(1);
    assertThat(aws.calls()).doesNotContain("UpdateFunctionConfiguration");
  }

  @Test
  void layersMayNotBeListed_namesTheRight() {
    aws.fail("ListLayerVersions", "", "AccessDeniedException");

    assertThat(plan("--env prod")).isEqualTo(1);
    assertThat(console.out()).contains("lambda:ListLayerVersions");
  }

  @ParameterizedTest
  @CsvSource({
    "--filter-name mine,filterName,mine",
    "--env prod,filterName,sleddog-forwarder",
    "--env prod,filterPattern,''",
    "--env prod,destinationArn," + FORWARDER,
    "--env prod,logGroupName,/aws/lambda/orders",
  })
  void filter_isTheOneThatIsWished(String words, String member, String value) {
    plan(words + " --forwarder " + FORWARDER);

    assertThat(call("PutSubscriptionFilter").path("input").path(member).asText()).isEqualTo(value);
  }

  @Test
  void retention_isForAGroupThatIsCreated() {
    plan("--retention 7 --forwarder " + FORWARDER);
    assertThat(calls()).doesNotContain("PutRetentionPolicy");

    aws.lambda().add("bill", REGION);
    console.run(
        "lambda",
        "instrument",
        "-f",
        "bill",
        "--retention",
        "7",
        "--forwarder",
        FORWARDER,
        "-d",
        "--json");
    assertThat(calls()).contains("CreateLogGroup", "PutRetentionPolicy");
    assertThat(call("PutRetentionPolicy").at("/input/retentionInDays").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,0", "5,0"})
  void filterLimit_isWhatAwsGrants(int limit, int status) {
    aws.logs().filter("/aws/lambda/orders", "other", "arn:aws:logs:eu-west-1:1:destination:d");

    assertThat(plan("--filter-limit " + limit + " --forwarder " + FORWARDER)).isEqualTo(status);
  }

  /** One grant covers the region's log groups: it stands in the first plan that needs it. */
  @Test
  void grant_isPlannedOnce() {
    aws.lambda().add("bill", REGION);
    aws.logs().add("/aws/lambda/bill");

    console.run(
        "lambda", "instrument", "-f", "orders,bill", "--forwarder", FORWARDER, "-d", "--json");
    assertThat(calls()).containsOnlyOnce("AddPermission");
    console.run("lambda", "instrument", "-f", "orders,bill", "--forwarder", FORWARDER);
    assertThat(aws.calls()).containsOnlyOnce("AddPermission");
  }

  @ParameterizedTest
  @CsvSource({
    "java8.al2,false",
    "java11,true",
    "java17,true",
    "java21,true",
    "java25,true",
    "python3.12,false",
    "nodejs22.x,false",
    "provided.al2023,false",
  })
  void runtime_decidesAboutLayerAndHandler(String runtime, boolean isRedirected) {
    aws.lambda().function("orders", REGION).put("Runtime", runtime);

    plan("--service shop");
    JsonNode input = call("UpdateFunctionConfiguration").path("input");
    assertThat(input.at("/Environment/Variables/DD_SERVICE").asText()).isEqualTo("shop");
    if (!runtime.equals("java8.al2")) {
      assertThat(input.has("Handler")).isEqualTo(isRedirected);
      assertThat(input.has("Layers")).isEqualTo(isRedirected);
    }
  }

  private int plan(String words) {
    String line = "lambda instrument -f orders --dry-run --json " + words;
    return console.run(line.split(" ", 0));
  }

  private List<String> calls() {
    List<String> calls = new ArrayList<>();
    for (JsonNode function : Json.parse(console.out()).at("/result/functions")) {
      function.path("plan").forEach(it -> calls.add(it.path("call").asText()));
    }
    return calls;
  }

  private JsonNode call(String name) {
    for (JsonNode it : Json.parse(console.out()).at("/result/functions/0/plan")) {
      if (it.path("call").asText().equals(name)) {
        return it;
      }
    }
    throw new AssertionError("no call " + name + " in " + console.out());
  }
}
