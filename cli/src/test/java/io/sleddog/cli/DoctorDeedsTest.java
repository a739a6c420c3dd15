package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor does beside looking: probes, asks Datadog, mends, and watches. */
class DoctorDeedsTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String GROUP = "/aws/lambda/orders";
  private static final String LOG = "/aws/lambda/Forwarder";
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final FakeAws aws = new FakeAws();
  private final Console console;

  DoctorDeedsTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().layerUpTo(1);
    aws.lambda()
        .add("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_API_KEY", KEY)
        .put("DD_FETCH_LAMBDA_TAGS", "true");
    aws.lambda().add("orders", REGION);
    aws.logs().add(GROUP);
    console.run("lambda", "instrument", "-f", "orders", "--forwarder", FORWARDER);
    aws.logs().event(GROUP, 0, "{\"m\":\"a\",\"v\":1,\"e\":1,\"t\":[]}");
    aws.logs().event(GROUP, 0, "REPORT RequestId: 1");
  }

  @Test
  void doctor_json_isAsKept() {
    assertThat(console.run("doctor", "-f", "orders", "--json")).isZero();
    Golden.assertSame("doctor-healthy.json", console.out());
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    assertThat(console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--json"))
        .isEqualTo(3);
    Golden.assertSame("doctor-not-subscribed.json", console.out());
  }

  @Test
  void functionMissing_doesNotKeepTheOthers() {
    assertThat(console.run("doctor", "-f", "nope,orders", "--json")).isEqualTo(5);
    JsonNode subjects = Json.parse(console.out()).at("/result/subjects");
    assertThat(subjects.at("/0/error/id").asText()).isEqualTo("function-missing");
    assertThat(subjects.at("/1/rules")).isNotEmpty();
    assertThat(console.run("doctor", "-f", "nope")).isEqualTo(1);
    assertThat(console.out()).contains("There is no function nope");
    assertThat(console.err()).contains("Not looked at: 1 of 1 functions");
    assertThat(console.run("doctor", "-f", "n*")).isEqualTo(1);
    assertThat(console.err()).contains("No function matches");
  }

  @Test
  void probe_reachesTheForwarder_isOkBothWays() {
    List<String> invoked = new ArrayList<>();
    aws.lambda()
        .onInvoke(
            event -> {
              invoked.add(event);
              return "null";
            });
    console.onPause(count -> aws.logs().event(LOG, 0, "REPORT RequestId: probe"));

    assertThat(verdicts("--probe")).contains("SD-PRB-031 ok", "SD-PRB-032 ok");
    JsonNode sent =
        Json.parse(Unpacked.data(Json.parse(invoked.get(0)).at("/awslogs/data").asText()));
    assertThat(sent.path("logGroup").asText()).isEqualTo(GROUP);
    assertThat(sent.at("/logEvents/0/message").asText()).contains("sleddog doctor --probe ");
    assertThat(aws.calls()).contains("CreateLogStream", "PutLogEvents", "DeleteLogStream");
  }

  @Test
  void probe_doesNotArrive_saysInWhichHalfItStays() {
    aws.always("Invoke", "{'FunctionError': 'Unhandled', 'Payload': 'Not delivered'}");

    assertThat(verdicts("--probe")).contains("SD-PRB-031 fail", "SD-PRB-032 fail");
    assertThat(console.out()).contains("lambda:Invoke Not delivered");
    assertThat(aws.calls()).contains("DeleteLogStream");
  }

  /** The record of the invocation that the probe makes itself is no proof of the other way. */
  @Test
  void probe_ownRecordInTheLog_isNotTakenForTheLinesArrival() {
    aws.always("Invoke", "{'RequestId': 'own-1', 'Payload': 'null'}");
    console.onPause(count -> aws.logs().event(LOG, 0, "REPORT RequestId: own-1\tDuration: 1 ms"));

    assertThat(verdicts("--probe")).contains("SD-PRB-031 ok", "SD-PRB-032 fail");
    console.onPause(count -> aws.logs().event(LOG, 0, "REPORT RequestId: own-2\tDuration: 1 ms"));
    assertThat(verdicts("--probe")).contains("SD-PRB-032 ok");
  }

  @Test
  void probe_nobodyReadsTheGroup_isNotWaitedFor() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);

    assertThat(verdicts("--probe", "--forwarder", FORWARDER))
        .contains("SD-PRB-031 ok", "SD-PRB-032 unknown", "SD-LOG-001 fail");
    assertThat(console.out()).contains("see SD-LOG-001");
    assertThat(console.pauses()).isEmpty();
    assertThat(aws.calls()).doesNotContain("PutLogEvents");
  }

  /** A first try that seemed to fail may have made it. */
  @Test
  void probe_logStreamIsThere_goesOn() {
    aws.fail("CreateLogStream", "", "ResourceAlreadyExistsException");
    console.onPause(count -> aws.logs().event(LOG, 0, "REPORT RequestId: probe"));

    assertThat(verdicts("--probe")).contains("SD-PRB-032 ok");
  }

  @Test
  void probe_mayNotBeSent_isUnknown() {
    aws.fail("Invoke", "", "AccessDeniedException");
    aws.fail("CreateLogStream", "", "AccessDeniedException");

    assertThat(verdicts("--probe")).contains("SD-PRB-031 unknown", "SD-PRB-032 unknown");
  }

  @ParameterizedTest
  @CsvSource({"200,ok", "403,fail", "500,unknown"})
  void checkKey_asksDatadog(int status, String verdict) throws IOException {
    List<String> keys = new ArrayList<>();
    HttpServer datadog =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    datadog.createContext(
        "/api/v1/validate",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("DD-API-KEY"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    datadog.start();
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_API_URL", "http://127.0.0.1:" + datadog.getAddress().getPort());

    assertThat(verdicts("--check-key")).contains("SD-KEY-003 " + verdict);
    datadog.stop(0);
    assertThat(keys).containsExactly(KEY);
    assertThat(console.out() + console.err()).doesNotContain(KEY);
  }

  @Test
  void checkKey_secretMayNotBeRead_isUnknown() {
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:1:secret:k");

    assertThat(verdicts("--check-key")).contains("SD-KEY-003 unknown");
  }

  @Test
  void fix_runsTheCommandsThatAreAgreedTo() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    console.typing("y\n");

    assertThat(console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--fix"))
        .isEqualTo(3);
    assertThat(console.err())
        .contains("Run: sleddog logs subscribe --log-group " + GROUP + " --forwarder " + FORWARDER);
    assertThat(aws.logs().filtersOf(GROUP)).containsKey("sleddog-forwarder");
    assertThat(console.run("doctor", "-f", "orders", "--fix")).isZero();
  }

  @Test
  void fix_declinedOrNobodyToAsk_changesNothing() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    String[] words = {"doctor", "-f", "orders", "--forwarder", FORWARDER, "--fix"};

    assertThat(console.run(words)).isEqualTo(2);
    console.typing("n\n");
    assertThat(console.run(words)).isEqualTo(3);
    assertThat(aws.logs().filtersOf(GROUP)).isEmpty();
    assertThat(console.run("doctor", "-f", "orders", "--fix", "--json")).isEqualTo(2);
  }

  @Test
  void watch_endsWhenNothingIsFound() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    console.onPause(count -> aws.logs().filter(GROUP, "f", FORWARDER));

    assertThat(console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--watch", "--json"))
        .isZero();
    assertThat(console.out().lines())
        .hasSize(2)
        .allSatisfy(it -> assertThat(Json.parse(it).path("command").asText()).isEqualTo("doctor"));
  }

  /** What is judged as before is not said again, with whatever numbers. */
  @Test
  void watch_saysOnlyWhatHasChanged() {
    console.run("logs", "unsubscribe", "--log-group", GROUP);
    String own = aws.lambda().function("orders", REGION).path("Handler").asText();
    console.onPause(
        count -> {
          aws.logs().event(GROUP, 0, "one line more");
          if (count == 2) {
            aws.lambda().function("orders", REGION).put("Handler", "a.B");
          } else if (count == 4) {
            aws.lambda().function("orders", REGION).put("Handler", own);
          } else if (count == 5) {
            aws.logs().filter(GROUP, "f", FORWARDER);
          }
        });

    assertThat(console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--watch", "--json"))
        .isZero();
    List<String> rounds = console.out().lines().toList();
    assertThat(rounds).hasSize(4);
    assertThat(changes(rounds.get(1))).containsExactly("SD-FN-004 warn");
    assertThat(changes(rounds.get(2))).containsExactly("SD-FN-004 ok");
    assertThat(changes(rounds.get(3))).contains("SD-LOG-001 ok").doesNotContain("SD-FN-004 ok");
    assertThat(console.pauses()).hasSize(5).containsOnly(Duration.ofSeconds(30));
  }

  @Test
  void watch_functionThatIsNotThere_isSaidOnce() {
    console.onPause(
        count -> {
          if (count == 2) {
            aws.lambda().add("nope", REGION);
          } else if (count == 3) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(console.run("doctor", "-f", "nope", "--watch")).isEqualTo(3);
    assertThat(console.out()).containsOnlyOnce("There is no function nope").contains("SD-LOG-010");
  }

  private static List<String> changes(String round) {
    List<String> changes = new ArrayList<>();
    for (JsonNode it : Json.parse(round).at("/result/subjects/0/rules")) {
      changes.add(it.path("id").asText() + " " + it.path("verdict").asText());
    }
    return changes;
  }

  private List<String> verdicts(String... more) {
    List<String> words = new ArrayList<>(List.of("doctor", "-f", "orders", "--json"));
    words.addAll(List.of(more));
    console.run(words.toArray(String[]::new));
    List<String> verdicts = new ArrayList<>();
    for (JsonNode it : Json.parse(console.out()).at("/result/subjects/0/rules")) {
      verdicts.add(it.path("id").asText() + " " + it.path("verdict").asText());
    }
    return verdicts;
  }
}
