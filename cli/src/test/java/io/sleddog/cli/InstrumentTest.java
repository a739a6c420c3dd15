package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sleddog lambda instrument} and {@code uninstrument} as a whole. */
class InstrumentTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Console console;

  InstrumentTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(3);
    aws.lambda().add("Forwarder", REGION);
    ObjectNode orders = aws.lambda().add("orders", REGION);
    orders
        .putObject("Environment")
        .putObject("Variables")
        .put("SECRET", "sesame")
        .put("DD_TAGS", "team:a");
    aws.logs().add("/aws/lambda/orders");
  }

  @Test
  void instrument_dryRun_showsThePlanAndCallsNothingThatWrites() {
    assertThat(instrument("--dry-run")).isZero();

    Golden.assertSame("instrument-dry-run.txt", console.out());
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));
  }

  @Test
  void instrument_json_namesCallsAsTheApiDoesAndHidesSecrets() {
    assertThat(instrument("--dry-run", "--json")).isZero();

    Golden.assertSame("instrument-dry-run.json", console.out());
    assertThat(console.out()).doesNotContain("sesame");
  }

  @Test
  void instrument_real_changesFunctionTagsAndLogGroup() {
    assertThat(instrument()).isZero();

    Golden.assertSame("instrument-real.txt", console.out());
    JsonNode orders = aws.lambda().function("orders", REGION);
    assertThat(orders.path("Handler").asText())
        .isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(orders.at("/Layers/0/Arn").asText()).endsWith(":layer:sleddog:3");
    assertThat(orders.at("/Environment/Variables/SECRET").asText()).isEqualTo("sesame");
    assertThat(aws.lambda().tagsOf("orders", REGION).path("service").asText()).isEqualTo("shop");
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).containsKey("sleddog-forwarder");
  }

  @Test
  void instrument_twice_findsNothingToDo() {
    instrument();
    aws.forgetCalls();

    assertThat(instrument()).isZero();
    assertThat(console.out()).isEqualTo("1 function: 1 unchanged\n");
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));
  }

  @Test
  void uninstrument_afterInstrument_restoresTheFunction() {
    JsonNode before = aws.lambda().function("orders", REGION).deepCopy();
    instrument();

    assertThat(console.run("lambda", "uninstrument", "-f", "orders", "--restore")).isZero();
    ObjectNode after = aws.lambda().function("orders", REGION);
    assertThat(after.path("Environment")).isEqualTo(before.path("Environment"));
    assertThat(after.path("Handler")).isEqualTo(before.path("Handler"));
    assertThat(after.path("Layers")).isEmpty();
    assertThat(aws.lambda().tagsOf("orders", REGION)).isEmpty();
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).isEmpty();
  }

  @Test
  void uninstrument_restoreWithoutRecord_isRefused() {
    aws.lambda()
        .function("orders", REGION)
        .put("Handler", "io.sleddog.lambda.LayerHandler::handleRequest")
        .withObject("/Environment/Variables")
        .put("DD_LAMBDA_HANDLER", "a.B");

    assertThat(console.run("lambda", "uninstrument", "-f", "orders", "--restore")).isEqualTo(1);
    assertThat(console.out()).contains("[record-missing]");
    assertThat(console.run("lambda", "uninstrument", "-f", "orders")).isZero();
    assertThat(aws.lambda().function("orders", REGION).path("Handler").asText()).isEqualTo("a.B");
  }

  @Test
  void instrument_oneIsMissing_doesTheOthersAndEndsWithPartlyDone() {
    assertThat(instrument("-f", "nope")).isEqualTo(5);
    assertThat(console.out())
        .contains("changed  orders")
        .contains("There is no function nope in eu-west-1");
    assertThat(instrument("-f", "nope")).isEqualTo(1);
  }

  @Test
  void instrument_keepGoing_endsWithFailedAlthoughSomeIsDone() {
    assertThat(instrument("-f", "nope", "--keep-going")).isEqualTo(1);
    assertThat(console.out()).contains("changed  orders");
  }

  @Test
  void instrument_updateFails_saysWhatWasDoneBefore() {
    aws.fail("PutSubscriptionFilter", "orders", "LimitExceededException");

    assertThat(instrument()).isEqualTo(5);
    assertThat(console.out())
        .contains("failed  orders")
        .contains("logs:PutSubscriptionFilter failed: said by the test")
        .contains("done before that: UpdateFunctionConfiguration, TagResource, AddPermission");
  }

  @Test
  void instrument_denied_namesTheMissingRight() {
    aws.fail("UpdateFunctionConfiguration", "orders", "AccessDeniedException");

    assertThat(instrument()).isEqualTo(1);
    assertThat(console.out()).contains("\"Action\": \"lambda:UpdateFunctionConfiguration\"");
  }

  @Test
  void instrument_changedMeanwhile_asksToRunItAgain() {
    aws.fail("UpdateFunctionConfiguration", "orders", "PreconditionFailedException");

    assertThat(instrument("--json")).isEqualTo(1);
    JsonNode error = Json.parse(console.out()).at("/result/functions/0/error");
    assertThat(error.path("retryable").asBoolean()).isTrue();
    assertThat(error.path("id").asText()).isEqualTo("PreconditionFailedException");
  }

  @Test
  void instrument_twoHundredFunctions_doesAllAndReportsEach() {
    IntStream.range(0, 200).forEach(it -> aws.lambda().add("batch-" + (1000 + it), REGION));
    aws.fail("UpdateFunctionConfiguration", "batch-1007", "ResourceConflictException");

    int status =
        console.run(
            "lambda",
            "instrument",
            "--functions-regex",
            "^batch-",
            "--keep-going",
            "--forwarder",
            FORWARDER,
            "--json");

    assertThat(status).isEqualTo(1);
    JsonNode result = Json.parse(console.out()).path("result");
    assertThat(result.path("summary").path("changed").asInt()).isEqualTo(199);
    assertThat(result.at("/functions/7/outcome").asText()).isEqualTo("failed");
    assertThat(aws.calls()).filteredOn("AddPermission"::equals).hasSize(1);
  }

  @Test
  void instrument_noLayerPublished_isRefusedAndOnlyWarnedOfInADryRun() {
    aws.lambda().layerUpTo(0);

    assertThat(instrument()).isEqualTo(1);
    assertThat(console.out()).contains("layer-not-published").contains("publish-layer-version");
    assertThat(instrument("--dry-run")).isZero();
  }

  @Test
  void instrument_noLayerWanted_leavesTheHandler() {
    assertThat(instrument("--layer-version", "none")).isZero();
    assertThat(aws.lambda().function("orders", REGION).path("Handler").asText())
        .isEqualTo("com.acme.Orders::handle");
  }

  @Test
  void instrument_forwarderMissing_isRefused() {
    String gone = FakeLambda.arn("gone", REGION);

    assertThat(console.run("lambda", "instrument", "-f", "orders", "--forwarder", gone))
        .isEqualTo(1);
    assertThat(console.out()).contains("forwarder-missing");
    assertThat(console.run("lambda", "instrument", "-f", "orders", "--forwarder", "gone"))
        .isEqualTo(1);
    assertThat(console.err()).contains("There is no forwarder gone in eu-west-1");
  }

  @Test
  void instrument_twoForeignFilters_isRefusedUnlessTheLimitIsHigher() {
    aws.logs().filter("/aws/lambda/orders", "one", "arn:a");
    aws.logs().filter("/aws/lambda/orders", "two", "arn:b");

    assertThat(instrument()).isEqualTo(1);
    assertThat(console.out()).contains("[filter-limit]");
    assertThat(instrument("--filter-limit", "5")).isZero();
  }

  @Test
  void instrument_publishWithAlias_movesTheAliasToTheNewVersion() {
    assertThat(instrument("--publish", "--alias", "live")).isZero();
    assertThat(aws.lambda().alias("live")).isEqualTo("7");
    assertThat(console.out()).contains("PublishVersion").contains("UpdateAlias live");
    assertThat(instrument("--publish", "--alias", "live")).isZero();
    assertThat(console.out()).isEqualTo("1 function: 1 unchanged\n");
  }

  @Test
  void instrument_severalRegions_takesTheForwarderOfEach() {
    aws.lambda().add("orders", "us-east-1");
    aws.lambda().add("Forwarder", "us-east-1");

    int status =
        console.run(
            "lambda",
            "instrument",
            "-f",
            "orders",
            "-r",
            "eu-west-1,us-east-1",
            "--forwarder",
            "Forwarder",
            "--service",
            "shop");

    assertThat(status).isZero();
    assertThat(console.out())
        .contains(FORWARDER)
        .contains(FakeLambda.arn("Forwarder", "us-east-1"));
  }

  @Test
  void instrument_vendorsConfigFile_isReadAsItIs() throws Exception {
    Files.writeString(
        folder.resolve("datadog-ci.json"),
        """
        {"lambda": {"functions": ["orders"], "region": "eu-west-1", "layerVersion": 27,
          "extensionVersion": 98, "service": "from-file", "environment": "prod", "tracing": "false",
          "forwarder": "%s", "colour": 1}}
        """
            .formatted(FORWARDER));

    assertThat(console.run("lambda", "instrument", "--service", "from-line")).isZero();
    JsonNode variables =
        aws.lambda().function("orders", REGION).path("Environment").path("Variables");
    assertThat(variables.path("DD_SERVICE").asText()).isEqualTo("from-line");
    assertThat(variables.path("DD_ENV").asText()).isEqualTo("prod");
    assertThat(variables.path("DD_TRACE_ENABLED").asText()).isEqualTo("false");
    assertThat(console.err())
        .contains("extensionVersion is passed over")
        .contains("layerVersion is passed over")
        .contains("colour is not the name of an option");
  }

  @Test
  void instrument_camelCaseOptions_areTakenAsTheVendorsAre() {
    assertThat(instrument("--captureLambdaPayload", "true", "--logLevel=debug")).isZero();
    assertThat(console.out()).contains("DD_CAPTURE_LAMBDA_PAYLOAD").contains("DD_LOG_LEVEL  debug");
  }

  @Test
  void instrument_extension_isRefusedAndNoneIsSilent() {
    assertThat(instrument("-e", "none")).isZero();
    assertThat(instrument("-e", "98")).isEqualTo(2);
    assertThat(console.err()).contains("works without the extension");
    assertThat(instrument("--appsec", "-u")).isZero();
    assertThat(console.err()).contains("--appsec has no effect");
  }

  @Test
  void instrument_differences_endWithFindingsIfAskedTo() {
    assertThat(instrument("--dry-run", "--fail")).isEqualTo(3);
    instrument();
    assertThat(instrument("--dry-run", "--fail")).isZero();
  }

  @Test
  void instrument_updateUnderWay_isWaitedFor() {
    aws.lambda().function("orders", REGION).put("LastUpdateStatus", "InProgress");

    assertThat(instrument("--timeout", "0s")).isEqualTo(1);
    assertThat(console.out()).contains("Lambda is still at work after 0 s");
  }

  @Test
  void instrument_wrongUsage_saysWhatToDo() {
    assertThat(console.run("lambda", "instrument")).isEqualTo(2);
    assertThat(console.err()).contains("No function is chosen").contains("--function");
    assertThat(instrument("--functions-regex", "x")).isEqualTo(2);
    assertThat(console.run("lambda", "instrument", "-f", "orders:live")).isEqualTo(2);
    assertThat(console.err()).contains("--publish --alias");
    assertThat(instrument("--alias", "live")).isEqualTo(2);
    assertThat(instrument("--layer-version", "new")).isEqualTo(2);
    assertThat(instrument("--extra-tags", "no-colon")).isEqualTo(2);
    assertThat(instrument("--tracing", "maybe", "--json")).isEqualTo(2);
    assertThat(console.out()).contains("'--tracing'", "'maybe' is neither true nor false");
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("usage");
  }

  private int instrument(String... more) {
    String[] words =
        Stream.concat(
                Stream.of(
                    "lambda",
                    "instrument",
                    "-f",
                    "orders",
                    "--forwarder",
                    FORWARDER,
                    "--service",
                    "shop"),
                Arrays.stream(more))
            .toArray(String[]::new);
    return console.run(words);
  }
}
