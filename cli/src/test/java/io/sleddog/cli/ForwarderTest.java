package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sleddog forwarder status}, {@code tail} and {@code replay} as a whole. */
class ForwarderTest {
  private static final String REGION = "eu-west-1";
  private static final String STACK = "datadog-forwarder";
  private static final String LOG = "/aws/lambda/Forwarder";
  private static final String PARKED = "failed_events/Forwarder/";
  private static final long NOW = 1_767_323_045_000L;

  private final FakeAws aws = new FakeAws();
  private final Console console;

  ForwarderTest(@TempDir Path folder) {
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.stacks().add(STACK, "Forwarder");
    ObjectNode forwarder = aws.lambda().add("Forwarder", REGION);
    forwarder
        .put("Handler", "io.sleddog.forwarder.ForwarderHandler::handleRequest")
        .put("MemorySize", 1024)
        .put("Timeout", 120)
        .put("LastModified", "2026-01-01T00:00:00Z");
    forwarder
        .withObject("/Environment/Variables")
        .put("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:1:secret:k")
        .put("DD_FETCH_LAMBDA_TAGS", "true")
        .put("DD_S3_BUCKET_NAME", "store");
    aws.logs().add(LOG);
    aws.logs().add("/aws/lambda/bill");
    aws.logs().filter("/aws/lambda/orders", "f", FakeLambda.arn("Forwarder", REGION));
    aws.logs().filter("/aws/lambda/other", "f", FakeLambda.arn("Forwarder2", REGION));
    aws.others()
        .answer(
            "GetMetricData",
            "{'MetricDataResults': [{'Id': 'm0', 'Values': [3, 4]}, {'Id': 'm1', 'Values': [1]},"
                + " {'Id': 'm2', 'Values': []}]}");
  }

  @AfterEach
  void wake() {
    Thread.interrupted();
  }

  @Test
  void status_healthy_showsWhatItIsAndDid() {
    aws.logs().event(LOG, NOW, "REPORT RequestId: 1");

    assertThat(console.run("forwarder", "status")).isZero();
    Golden.assertSame("forwarder-status.txt", console.out());
    assertThat(console.run("forwarder", "status", "--json")).isZero();
    Golden.assertSame("forwarder-status.json", console.out());
  }

  @Test
  void status_troubled_showsErrorsAndBacklogAndFails() {
    aws.logs().event(LOG, NOW, "an error happened");
    store("a", "b", "quarantine/c");

    assertThat(console.run("forwarder", "status", "--fail", "--json")).isEqualTo(3);
    JsonNode result = Json.parse(console.out()).path("result");
    assertThat(result.at("/lastErrors/0").asText()).isEqualTo("an error happened");
    assertThat(result.at("/backlog/waiting").asInt()).isEqualTo(2);
    assertThat(result.at("/backlog/quarantined").asInt()).isEqualTo(1);
    assertThat(result.path("findings").findValuesAsText("id")).contains("SD-FWD-016", "SD-FWD-020");
  }

  @Test
  void status_rightsAreMissing_saysSo() {
    aws.fail("ListObjectsV2", "", "AccessDenied");
    aws.fail("GetMetricData", "", "AccessDenied");

    assertThat(console.run("forwarder", "status", "--no-subscriptions")).isZero();
    assertThat(console.out())
        .contains("waiting   nobody may look")
        .doesNotContain("did  ", "reads");
  }

  @ParameterizedTest
  @CsvSource({
    "lambda_function.lambda_handler,datadog",
    "io.sleddog.forwarder.ForwarderHandler::handleRequest,sleddog",
    "a.B,other",
  })
  void status_handler_tellsWhoseCodeItIs(String handler, String kind) {
    aws.lambda().function("Forwarder", REGION).put("Handler", handler);

    console.run("forwarder", "status", "--forwarder", "Forwarder", "--json");
    assertThat(Json.parse(console.out()).at("/result/kind").asText()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "--name nope,There is no forwarder in a stack nope",
    "--forwarder nope,There is no forwarder nope",
    "'--forwarder a,b',Only one forwarder",
  })
  void forwarder_isNotThere_saysSo(String options, String message) {
    for (String command : Set.of("status", "tail", "replay")) {
      assertThat(console.run(("forwarder " + command + " " + options).split(" ", 0))).isPositive();
      assertThat(console.err()).contains(message);
    }
  }

  @Test
  void forwarder_ofAnotherRegion_isLookedForThere() {
    aws.lambda().add("Far", "us-east-1");

    console.run("forwarder", "status", "--forwarder", FakeLambda.arn("Far", "us-east-1"), "--json");
    assertThat(Json.parse(console.out()).at("/result/region").asText()).isEqualTo("us-east-1");
  }

  @Test
  void tail_noFollow_printsWhatIsThere() {
    aws.logs().event(LOG, NOW, "INFO one\n");
    aws.logs().event(LOG, NOW + 1, "WARN two");
    aws.logs().event(LOG, NOW + 2, "\u001b[2J three");

    assertThat(tail()).isZero();
    assertThat(console.out())
        .isEqualTo(
            """
            2026-01-02T03:04:05Z  INFO one
            2026-01-02T03:04:05.001Z  WARN two
            2026-01-02T03:04:05.002Z  ?[2J three
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "--raw --level warn,'WARN two;ERROR three;'",
    "--raw --grep ee,'ERROR three;'",
    "--raw --level INFO --grep o,'INFO one;WARN two;'",
  })
  void tail_filters_letOnlySomePass(String options, String lines) {
    aws.logs().event(LOG, NOW, "INFO one");
    aws.logs().event(LOG, NOW, "WARN two");
    aws.logs().event(LOG, NOW, "ERROR three");

    tail(options.split(" ", 0));
    assertThat(console.out()).isEqualTo(lines.replace(';', '\n'));
  }

  @Test
  void tail_json_isALineForEachEvent() {
    aws.logs().event(LOG, NOW, "one");

    tail("--json");
    assertThat(Json.parse(console.out()).path("message").asText()).isEqualTo("one");
  }

  /** What comes later is shown once; what was seen is not shown again. */
  @Test
  void tail_following_showsEachEventOnce() {
    aws.logs().event(LOG, NOW, "one");
    console.onPause(
        count -> {
          aws.logs().event(LOG, NOW + count, "later " + count);
          if (count == 3) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(console.run("forwarder", "tail", "--raw")).isZero();
    assertThat(console.out()).isEqualTo("one\nlater 1\nlater 2\n");
  }

  @Test
  void tail_wrong_saysWhat() {
    assertThat(tail("--level", "LOUD")).isEqualTo(2);
    assertThat(console.err()).contains("There is no level LOUD");
    aws.fail("FilterLogEvents", "", "ResourceNotFoundException");
    assertThat(tail()).isEqualTo(1);
    assertThat(console.err()).contains("the forwarder has never run");
  }

  @Test
  void replay_allIsTaken_endsWell() {
    store("a", "b", "c");
    aws.lambda()
        .onInvoke(
            event -> {
              assertThat(event).isEqualTo("{\"retry\": true}");
              Set<String> keys = aws.objects().bucket("store");
              keys.remove(keys.iterator().next());
              return "null";
            });

    assertThat(console.run("forwarder", "replay")).isZero();
    assertThat(console.out()).startsWith("3 invocations, waiting: 3 before, 0 now");
  }

  @Test
  void replay_nothingIsTaken_endsAfterOneTry() {
    store("a", "b");

    assertThat(console.run("forwarder", "replay", "--json")).isEqualTo(5);
    Golden.assertSame("forwarder-replay.json", console.out());
  }

  @Test
  void replay_dryRun_countsOnly() {
    store("a");

    assertThat(console.run("forwarder", "replay", "--dry-run")).isZero();
    assertThat(console.out()).contains("waiting: 1 before, 1 now");
    assertThat(aws.calls()).doesNotContain("Invoke");
  }

  @Test
  void replay_forwarderFails_saysHow() {
    store("a");
    aws.always("Invoke", "{'FunctionError': 'Unhandled', 'Payload': 'no bucket'}");

    assertThat(console.run("forwarder", "replay")).isEqualTo(1);
    assertThat(console.err()).contains("The forwarder failed: no bucket");
  }

  @Test
  void replay_nothingStored_orNobodyMayLook_saysSo() {
    ObjectNode variables =
        aws.lambda().function("Forwarder", REGION).withObject("/Environment/Variables");
    aws.fail("ListObjectsV2", "", "AccessDenied");
    assertThat(console.run("forwarder", "replay")).isZero();
    assertThat(console.out()).startsWith("1 invocation; nobody may look");
    variables.remove("DD_S3_BUCKET_NAME");
    assertThat(console.run("forwarder", "replay")).isZero();
    assertThat(console.out()).startsWith("The forwarder stores nothing");
    assertThat(console.run("forwarder", "replay", "--rounds", "0")).isEqualTo(2);
  }

  private int tail(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "forwarder";
    words[1] = "tail";
    words[2] = "--no-follow";
    System.arraycopy(more, 0, words, 3, more.length);
    return console.run(words);
  }

  private void store(String... names) {
    for (String name : names) {
      aws.objects().bucket("store").add(PARKED + name);
    }
  }
}
