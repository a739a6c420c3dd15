package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.FakeLambda;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.replay.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command says when the user ends it in the middle of something. */
class InterruptTest {
  private static final String REGION = "eu-west-1";
  private static final String FORWARDER = FakeLambda.arn("Forwarder", REGION);
  private static final String[] INSTRUMENT = {
    "lambda", "instrument", "-f", "bill,orders,ship", "--forwarder", FORWARDER
  };

  private final FakeAws aws = new FakeAws();
  private final Console console;
  private final Path folder;
  private String said = "";
  private JsonNode envelope = Json.object();

  InterruptTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() throws IOException {
    aws.lambda().layerUpTo(1);
    aws.lambda().add("Forwarder", REGION);
    for (String name : List.of("bill", "orders", "ship")) {
      aws.lambda().add(name, REGION);
      aws.logs().add("/aws/lambda/" + name);
    }
    Files.writeString(folder.resolve("forwarder.zip"), "code");
    Files.writeString(
        folder.resolve("forwarder.yaml"),
        "CodeBucket\nCodeKey\nDdApiKey secret\nDdApiKeySecretArn\nDdApiKeySsmParameterName\n");
    aws.lambda().add("made", REGION);
    aws.stacks().willMake("datadog-forwarder", "made");
  }

  /** Ends the program during a call, and keeps what it has said by then. */
  private void endDuring(String operation, String part) {
    aws.during(
        operation,
        part,
        () -> {
          int before = console.out().length() + console.err().length();
          console.interrupt();
          said = console.out() + console.err();
          assertThat(said.length()).isGreaterThan(before);
        });
  }

  /** The first function is changed alone, since it brings the right to call the forwarder. */
  @Test
  void instrument_firstUnderWay_saysWhatIsDoneOfItAndThatTheOthersAreNotBegun() {
    endDuring("PutSubscriptionFilter", "bill");

    console.run(INSTRUMENT);

    assertThat(said)
        .contains("begun  bill  " + REGION)
        .contains("under way: PutSubscriptionFilter")
        .contains("done before that: UpdateFunctionConfiguration, TagResource, AddPermission")
        .contains("error: Interrupted: 3 functions: 1 begun, 2 skipped")
        .contains("what is done already is not done twice");
    assertThat(aws.logs().filtersOf("/aws/lambda/orders")).isEmpty();
    assertThat(aws.logs().filtersOf("/aws/lambda/ship")).isEmpty();
  }

  @Test
  void instrument_json_isOneObjectWithTheState() {
    aws.during(
        "UpdateFunctionConfiguration",
        "bill",
        () -> {
          console.interrupt();
          envelope = Json.parse(console.out());
        });

    console.run("lambda", "instrument", "-f", "bill,orders", "--forwarder", FORWARDER, "--json");

    JsonNode json = envelope;
    assertThat(json.path("ok").asBoolean()).isFalse();
    assertThat(json.at("/error/id").asText()).isEqualTo("interrupted");
    assertThat(json.at("/error/retryable").asBoolean()).isTrue();
    assertThat(json.at("/result/functions/0/outcome").asText()).isEqualTo("begun");
    assertThat(json.at("/result/functions/0/callsMade").asInt(-1)).isZero();
    assertThat(json.at("/result/functions/1/outcome").asText()).isEqualTo("skipped");
  }

  @Test
  void instrument_notInterrupted_saysNothingOfIt() {
    assertThat(console.run(INSTRUMENT)).isZero();
    console.interrupt();
    assertThat(console.err()).isEmpty();
  }

  @Test
  void uninstrumentAndLogs_sayItAsWell() {
    console.run(INSTRUMENT);
    endDuring("DeleteSubscriptionFilter", "orders");
    console.run("logs", "unsubscribe", "--log-group", "/aws/lambda/orders");
    assertThat(said).contains("begun  /aws/lambda/orders").contains("1 log group: 1 begun");
  }

  /** Which step is under way decides what is left behind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PutObject|the code may be uploaded, the stack datadog-forwarder was not touched",
        "CreateChangeSet|the change set sleddog-1767323045 is left",
        "ExecuteChangeSet|CloudFormation goes on to change the stack datadog-forwarder",
      })
  void deploy_saysWhatGoesOn(String operation, String words) {
    endDuring(operation, "");
    console.run("forwarder", "deploy", "--api-key-secret", "arn:aws:secretsmanager:e:1:secret:k");
    assertThat(said).contains("error: Interrupted: ").contains(words);
  }

  @Test
  void replay_saysHowMuchWasSent() throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        "{\"awslogs\":{\"data\":\"a\"}}\n{\"awslogs\":{\"data\":\"b\"}}\n");
    endDuring("Invoke", "\\\"b\\\"");

    console.run("forwarder", "replay", "--from", "a.json", "--forwarder", FORWARDER);

    assertThat(said).contains("Interrupted: 1 of 2 events sent; perhaps also a.json, line 2");
  }

  @Test
  void replay_ofTheStore_saysThatTheForwarderGoesOn() {
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_STORE_FAILED_EVENTS", "true")
        .put("DD_S3_BUCKET_NAME", "store");
    aws.objects().bucket("store").add("failed_events/Forwarder/logs/1");
    endDuring("Invoke", "retry");
    console.run("forwarder", "replay", "--forwarder", FORWARDER, "--json");
    assertThat(said).contains("\"id\": \"interrupted\"").contains("0 invocations done");
  }

  @Test
  void probe_takesItsLogStreamAway() {
    aws.logs().filter("/aws/lambda/orders", "f", FORWARDER);
    aws.during("PutLogEvents", "", console::interrupt);
    aws.during("FilterLogEvents", "Forwarder", () -> Thread.currentThread().interrupt());

    console.run("doctor", "-f", "orders", "--forwarder", FORWARDER, "--probe");

    assertThat(aws.calls().stream().filter("DeleteLogStream"::equals)).isNotEmpty();
    assertThat(aws.calls().lastIndexOf("CreateLogStream"))
        .isLessThan(aws.calls().indexOf("DeleteLogStream"));
  }

  @Test
  void localReplay_isWatchedToo() throws IOException {
    Files.writeString(folder.resolve("a.log"), "one line\n");
    console.with(
        new Sink() {
          @Override
          public Optional<String> send(String event) {
            console.interrupt();
            return Optional.empty();
          }

          @Override
          public Map<String, Integer> arrived() {
            return Map.of();
          }

          @Override
          public void close() {}
        });
    console.run("forwarder", "replay", "--from", "a.log", "--to", "local");
    assertThat(console.err()).contains("Interrupted: 0 of 1 event sent; perhaps also a.log");
  }
}
