package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
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

/** {@code sleddog lambda status} as a whole. */
class LambdaStatusTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);

  private static final String ORDERS_LOG = "/aws/lambda/orders";
  private static final long NOW = 1_767_323_045_000L;

  private final FakeAws aws = new FakeAws();
  private final Console console;

  LambdaStatusTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(3);
    for (String name : List.of("bill", "orders")) {
      aws.lambda()
          .add(name, REGION)
          .withObject("/Environment/Variables")
          .put("SECRET", "sesame of " + name);
      aws.logs().add("/aws/lambda/" + name);
    }
    aws.lambda().add("Forwarder", REGION);
    console.run(
        ("lambda instrument -f orders --service shop --env prod --forwarder " + FORWARDER)
            .split(" ", 0));
    aws.forgetCalls();
  }

  @Test
  void status_showsEachFunctionAndChangesNothing() {
    assertThat(status()).isZero();
    Golden.assertSame("lambda-status.txt", console.out());
    assertThat(status("--json")).isZero();
    Golden.assertSame("lambda-status.json", console.out());
    assertThat(console.out()).doesNotContain("sesame");
    assertThat(aws.calls()).allMatch(it -> it.matches("(Get|List|Describe).*"));
  }

  @Test
  void status_asTheOptionsSay_isNoDrift() {
    assertThat(status("-f", "orders", "--forwarder", FORWARDER, "--service", "shop", "--fail"))
        .isZero();
    assertThat(console.out()).endsWith("1 function: 0 not as the options say\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--service other,DD_SERVICE",
    "--layer-version 4,layer:sleddog:4",
    "--handler-redirect false,AWS_LAMBDA_EXEC_WRAPPER",
  })
  void status_otherThanTheOptionsSay_isDrift(String options, String drift) {
    assertThat(status(("-f orders --fail --json " + options).split(" ", 0))).isEqualTo(3);
    JsonNode orders = Json.parse(console.out()).at("/result/functions/0");
    assertThat(orders.path("drifted").asBoolean()).isTrue();
    assertThat(orders.path("drift").toString()).contains(drift);
  }

  @ParameterizedTest
  @CsvSource({
    "Handler,io.sleddog.lambda.LayerHandler::handleRequest,redirect",
    "Handler,a.B,none",
    "Handler,io.sleddog.forwarder.ForwarderHandler::handleRequest,is forwarder",
    "AWS_LAMBDA_EXEC_WRAPPER,/opt/sleddog,script",
  })
  void status_howItIsInstrumented_isSeen(String name, String value, String how) {
    var bill = aws.lambda().function("bill", REGION);
    if (name.equals("Handler")) {
      bill.put(name, value);
    } else {
      bill.withObject("/Environment/Variables").put(name, value);
    }

    status("-f", "bill", "--json");
    assertThat(Json.parse(console.out()).at("/result/functions/0/instrumented").asText())
        .isEqualTo(how);
  }

  @Test
  void status_oneIsMissing_showsTheOthers() {
    assertThat(status("-f", "nope,orders")).isEqualTo(5);
    assertThat(console.out()).contains("There is no function nope", "orders");
    assertThat(status("-f", "nope", "--json")).isEqualTo(1);
    assertThat(Json.parse(console.out()).at("/result/functions/0/error/id").asText())
        .isEqualTo("function-missing");
  }

  @Test
  void status_accountWithoutFunctions_showsNoneAndIsWell() {
    assertThat(status("-r", "us-east-1")).isZero();
    assertThat(console.out()).endsWith("0 functions: 0 not as the options say\n");
    assertThat(status("-r", "us-east-1", "--json")).isZero();
    assertThat(Json.parse(console.out()).at("/result/functions")).isEmpty();
    assertThat(status("-f", "nope*")).isEqualTo(1);
    assertThat(console.err()).contains("No function matches");
  }

  @Test
  void status_lastRun_isTheNewestReport() {
    aws.logs().event(ORDERS_LOG, NOW - 200_000, report(7));
    aws.logs().event(ORDERS_LOG, NOW - 180_000, report(8));
    aws.logs().event(ORDERS_LOG, NOW - 1_000, "order 7 is packed");

    status("-f", "orders");
    assertThat(console.out()).contains("LAST RUN", "3m ago, 8 ms, 100/512 MB");
    status("-f", "orders,bill", "--json");
    JsonNode functions = Json.parse(console.out()).at("/result/functions");
    assertThat(functions.at("/0/lastReport/durationMillis").asInt()).isEqualTo(8);
    assertThat(functions.at("/0/lastReport/time").asText()).isEqualTo("2026-01-02T03:01:05Z");
    assertThat(functions.at("/1").has("lastReport")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeLogStreams", "GetLogEvents"})
  void status_logMayNotBeRead_hasNoLastRun(String operation) {
    aws.logs().event(ORDERS_LOG, NOW, report(7));
    aws.fail(operation, "orders", "AccessDeniedException");

    assertThat(status("-f", "orders", "--json")).isZero();
    assertThat(Json.parse(console.out()).at("/result/functions/0").has("lastReport")).isFalse();
  }

  @Test
  void status_withoutLastRun_readsNoLog() {
    aws.logs().event(ORDERS_LOG, NOW, report(7));

    assertThat(status("--no-last-run")).isZero();
    assertThat(aws.calls()).doesNotContain("DescribeLogStreams", "GetLogEvents");
    assertThat(console.out()).doesNotContain("7 ms");
  }

  @Test
  void status_signedOutMeanwhile_endsWithItsOwnStatus() {
    aws.fail("DescribeLogStreams", "", "ExpiredTokenException");

    assertThat(status("-f", "orders")).isEqualTo(4);
  }

  /** The first look shows all; later ones show a function only when something of it is new. */
  @Test
  void watch_showsWhatHasChanged() {
    console.onPause(
        count -> {
          if (count == 2) {
            aws.logs().event(ORDERS_LOG, NOW, report(7));
          } else if (count == 3) {
            aws.lambda().function("bill", REGION).put("Handler", "com.acme.Bill");
          } else if (count == 4) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(status("-f", "orders,bill", "--watch", "--json")).isZero();
    List<List<String>> rounds = console.out().lines().map(LambdaStatusTest::names).toList();
    assertThat(rounds)
        .containsExactly(List.of("orders", "bill"), List.of("orders"), List.of("bill"));
  }

  @Test
  void watch_functionDisappears_isTold() {
    console.onPause(
        count -> {
          aws.fail("GetFunction", "orders", "ResourceNotFoundException");
          if (count == 3) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(status("-f", "orders,bill", "--watch")).isEqualTo(5);
    assertThat(console.out()).containsOnlyOnce("There is no function orders");
  }

  private static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    Json.parse(line)
        .at("/result/functions")
        .forEach(it -> names.add(it.path("function").asText().replaceFirst(".*:", "")));
    return names;
  }

  private static String report(int millis) {
    return "REPORT RequestId: 1\tDuration: "
        + millis
        + ".00 ms\tBilled Duration: 8 ms\tMemory Size: 512 MB\tMax Memory Used: 100 MB\t";
  }

  private int status(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "lambda";
    words[1] = "status";
    System.arraycopy(more, 0, words, 2, more.length);
    return console.run(words);
  }
}
