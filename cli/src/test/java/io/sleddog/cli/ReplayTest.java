package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.replay.BucketEvents;
import io.sleddog.cli.replay.Choice;
import io.sleddog.cli.replay.ReplayEvent;
import io.sleddog.cli.replay.Sink;
import io.sleddog.cli.subject.SubscriptionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code forwarder replay} with events and lines from elsewhere. */
class ReplayTest {
  private static final String REGION = "eu-west-1";

  private final FakeAws aws = new FakeAws();
  private final Path folder;
  private final Console console;
  private final List<String> sent = new ArrayList<>();

  ReplayTest(@TempDir Path folder) {
    this.folder = folder;
    this.console = new Console(folder, aws);
  }

  @BeforeEach
  void fill() {
    aws.lambda().add("Forwarder", REGION);
    aws.lambda()
        .onInvoke(
            event -> {
              sent.add(event);
              return "null";
            });
  }

  @Test
  void lines_goAsOneEventOfTheGroup() throws IOException {
    write("one\n\ntwo \u00e9\n{\"message\":\"mine\"}\n");

    assertThat(replay("--log-group", "/aws/lambda/orders")).isZero();
    assertThat(console.out()).isEqualTo("1 event: 1 sent, 0 failed\n");
    assertThat(console.err()).contains("Sending a.log, lines 1 to 3");
    JsonNode content = content(0);
    assertThat(content.path("logGroup").asText()).isEqualTo("/aws/lambda/orders");
    assertThat(content.path("owner").asText()).isEqualTo(FakeAws.ACCOUNT);
    assertThat(content.path("messageType").asText()).isEqualTo("DATA_MESSAGE");
    assertThat(messages(0)).containsExactly("one", "two \u00e9", "{\"message\":\"mine\"}");
    assertThat(content.at("/logEvents/0/timestamp").asLong()).isEqualTo(1_767_323_045_000L);
  }

  @Test
  void lines_tooManyForOneEvent_goAsSeveral() throws IOException {
    write("x\n".repeat(2_001) + "y".repeat(1_000_001) + "\nz\n");

    assertThat(replay("--json")).isZero();
    assertThat(result().path("events").asInt()).isEqualTo(5);
    assertThat(messages(0)).hasSize(1_000);
    assertThat(messages(2)).containsExactly("x");
    assertThat(messages(3).get(0)).hasSize(1_000_001);
    assertThat(messages(4)).containsExactly("z");
    assertThat(content(0).at("/logEvents/0/id").asText())
        .hasSize(56)
        .isNotEqualTo(content(0).at("/logEvents/1/id").asText());
  }

  /** The address of objects: bucket and key as the event has them, in each partition. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://logs/a%2Fb c|eu-west-1|a%252Fb+c|arn:aws:s3:::logs",
        "s3://logs.shop/2026/01/é.gz|us-gov-west-1|2026/01/%C3%A9.gz|arn:aws-us-gov:s3:::logs.shop",
        "s3://0-x/a+b|cn-north-1|a%2Bb|arn:aws-cn:s3:::0-x",
      })
  void object_anyKey_isNamedAsS3DoesInItsEvent(
      String address, String region, String key, String arn) {
    String bucket = address.substring(5, address.indexOf('/', 5));
    Service objects =
        (operation, input) ->
            Json.tree(Map.of("Contents", List.of(Map.of("Key", input.get("Prefix"), "Size", 7))));
    Choice choice =
        new Choice(
            Optional.empty(),
            9,
            new SubscriptionEvent.Source("1", "/g", "s"),
            Instant.parse("2026-01-02T03:04:05Z"));

    List<ReplayEvent> events = BucketEvents.of(address).read(objects, region, choice);

    assertThat(events).singleElement().extracting(ReplayEvent::name).isEqualTo(address);
    JsonNode s3 = Json.parse(events.get(0).json()).at("/Records/0/s3");
    assertThat(s3.at("/object/key").asText()).isEqualTo(key);
    assertThat(s3.at("/bucket/arn").asText()).isEqualTo(arn);
    assertThat(s3.at("/bucket/name").asText()).isEqualTo(bucket);
    assertThat(s3.at("/object/size").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///key", "s3://Logs/a", "s3://-x/a"})
  void object_addressWithoutABucket_isRefused(String address) {
    assertThat(replayFrom(address)).isEqualTo(2);
    assertThat(console.err()).contains("names no bucket", "s3://BUCKET/PREFIX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"awslogs\":{\"data\":\"H4s\"}}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\"}]}",
        "{\"detail-type\":\"Object Created\",\"detail\":{}}",
      })
  void event_goesAsItIs(String event) throws IOException {
    write(event);
    assertThat(replay()).isZero();
    assertThat(sent).containsExactly(event);

    write(event.replace(",", ",\n  "));
    replay();
    assertThat(sent).hasSize(2).allMatch(event::equals);
  }

  @Test
  void events_onePerLine_goOneByOneAndLinesBehindThem() throws IOException {
    write("{\"awslogs\":{\"data\":\"a\"}}\nplain\n{\"awslogs\":{\"data\":\"b\"}}\n");

    assertThat(replay()).isZero();
    assertThat(sent.subList(0, 2))
        .containsExactly("{\"awslogs\":{\"data\":\"a\"}}", "{\"awslogs\":{\"data\":\"b\"}}");
    assertThat(messages(2)).containsExactly("plain");
    assertThat(console.err()).contains("Sending a.log, line 3");
  }

  /** The clock of the test stands at 2026-01-02T03:04:05Z. */
  @ParameterizedTest
  @CsvSource({
    "'',old new newest",
    "--since 1h,new newest",
    "--since 1m,newest",
    "--limit 2,old new"
  })
  void eventsOfTheApi_keepTheirTimes(String options, String expected) throws IOException {
    write(
        "{\"events\": [{\"timestamp\": 1767300000000, \"message\": \"old\"},"
            + "{\"timestamp\": 1767322000000, \"message\": \"new\"},"
            + "{\"timestamp\": 1767323044000, \"message\": \"newest\"}]}");

    assertThat(replay(options.isEmpty() ? new String[0] : options.split(" ", 0))).isZero();
    assertThat(messages(0)).containsExactly(expected.split(" ", 0));
    assertThat(content(0).at("/logEvents/0/timestamp").asLong()).isGreaterThan(1_767_000_000_000L);
  }

  @Test
  void emptyFile_sendsNothing() throws IOException {
    write("\n \n");

    assertThat(replay()).isZero();
    assertThat(console.out()).isEqualTo("0 events: 0 sent, 0 failed\n");
    assertThat(sent).isEmpty();
  }

  @Test
  void objects_goAsTheEventsOfTheirUpload() {
    aws.objects().add("logs", "2026/a b+c.gz", "2026-01-02T03:00:00Z");
    aws.objects().add("logs", "2026/old.gz", "2025-12-31T00:00:00Z");
    aws.objects().add("logs", "2026/folder/", "2026-01-02T03:00:00Z");
    aws.objects().add("logs", "2025/x.gz", "2026-01-02T03:00:00Z");

    assertThat(replayFrom("s3://logs/2026/", "--since", "1h")).isZero();
    assertThat(sent).hasSize(1);
    JsonNode record = Json.parse(sent.get(0)).at("/Records/0");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:s3");
    assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(record.path("awsRegion").asText()).isEqualTo(REGION);
    assertThat(record.at("/s3/bucket/name").asText()).isEqualTo("logs");
    assertThat(record.at("/s3/object/key").asText()).isEqualTo("2026/a+b%2Bc.gz");
    assertThat(record.at("/s3/object/size").asInt()).isEqualTo(7);

    replayFrom("s3://logs", "--limit", "2", "--json");
    assertThat(result().path("sent").asInt()).isEqualTo(2);
  }

  @Test
  void bucketThatIsNotThere_saysSo() {
    aws.fail("ListObjectsV2", "logs", "NoSuchBucket");

    assertThat(replayFrom("s3://logs/")).isEqualTo(1);
    assertThat(console.err()).contains("s3:ListObjectsV2 failed");
  }

  @Test
  void dryRun_namesTheEventsAndSendsNone() {
    aws.objects().add("logs", "a", "2026-01-02T03:00:00Z");
    aws.objects().add("logs", "b", "2026-01-02T03:00:00Z");

    assertThat(replayFrom("s3://logs/", "--dry-run")).isZero();
    assertThat(console.out())
        .isEqualTo("  s3://logs/a\n  s3://logs/b\nDry run, nothing was sent. 2 events\n");
    replayFrom("s3://logs/", "--dry-run", "--json");
    assertThat(result().path("names").toString()).isEqualTo("[\"s3://logs/a\",\"s3://logs/b\"]");
    assertThat(aws.calls()).doesNotContain("Invoke");
  }

  @Test
  void rate_waitsBetweenInvocations() throws IOException {
    write("x\n".repeat(2_500));

    assertThat(replay("--rate", "0.5")).isZero();
    assertThat(console.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void rate_ofTheStore_waitsBetweenRounds() {
    aws.lambda()
        .function("Forwarder", REGION)
        .withObject("/Environment/Variables")
        .put("DD_SQS_QUEUE_URL", "https://queue");
    int[] left = {9};
    aws.lambda()
        .onInvoke(
            event -> {
              left[0] -= 3;
              waiting(left[0]);
              return "null";
            });
    waiting(9);

    assertThat(console.run("forwarder", "replay", "--forwarder", "Forwarder", "--rate", "4"))
        .isZero();
    assertThat(console.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    assertThat(console.out()).startsWith("3 invocations, waiting: 9 before, 0 now");
  }

  private void waiting(int number) {
    aws.always(
        "GetQueueAttributes", "{'Attributes':{'ApproximateNumberOfMessages':'" + number + "'}}");
  }

  @ParameterizedTest
  @CsvSource({"1,5", "3,1"})
  void forwarderFails_othersAreSentAllTheSame(int failures, int status) throws IOException {
    write("x\n".repeat(2_500));
    int[] calls = {0};
    console.with(
        new FakeSink() {
          @Override
          public Optional<String> send(String event) {
            boolean isFailing = failures == 3 || calls[0] == 1;
            calls[0]++;
            return isFailing ? Optional.of("no key") : Optional.empty();
          }
        });

    assertThat(run("--from", "a.log", "--to", "local", "--json")).isEqualTo(status);
    assertThat(result().path("sent").asInt()).isEqualTo(3 - failures);
    assertThat(result().path("failed")).hasSize(failures);
    assertThat(result().at("/failed/0/reason").asText()).isEqualTo("no key");
    assertThat(Json.parse(console.out()).at("/error/id").asText()).isEqualTo("events-failed");
    run("--from", "a.log", "--to", "local");
    assertThat(console.out()).contains("3 events: ");
  }

  @Test
  void forwarderInAws_failsOrIsRefused() throws IOException {
    write("x");
    aws.always("Invoke", "{'FunctionError': 'Unhandled', 'Payload': 'no key'}");
    assertThat(replay()).isEqualTo(1);
    assertThat(console.out()).contains("failed  a.log, lines 1 to 1: no key");

    aws.fail("Invoke", "", "TooManyRequestsException");
    assertThat(replay()).isEqualTo(1);
    assertThat(console.out()).contains("lambda:Invoke TooManyRequestsException");
  }

  @ParameterizedTest
  @CsvSource({"AccessDeniedException,1", "ExpiredTokenException,4"})
  void forwarderInAws_mayNotBeInvoked_endsAtOnce(String code, int status) throws IOException {
    write("x\n".repeat(2_500));
    aws.fail("Invoke", "", code);

    assertThat(replay()).isEqualTo(status);
    assertThat(aws.calls()).containsOnlyOnce("Invoke");
  }

  @Test
  void local_needsNoAwsAndTellsWhatArrived() throws IOException {
    write("one\ntwo\n");
    FakeSink sink = new FakeSink();
    console.with("AWS_REGION", "").with(sink);

    assertThat(run("--from", "a.log", "--to", "local")).isZero();
    assertThat(console.out())
        .startsWith("1 event: 1 sent, 0 failed")
        .endsWith("Arrived at the intake of this machine: 2 logs, 1 points, 0 spans\n");
    assertThat(sink.isClosed).isTrue();
    run("--from", "a.log", "--to", "local", "--json");
    assertThat(result().at("/arrived/logs").asInt()).isEqualTo(2);
    assertThat(aws.calls()).isEmpty();
    run("--from", "a.log", "--to", "local", "--dry-run");
    assertThat(console.out()).contains("a.log, lines 1 to 2");
  }

  /** The forwarder on this machine reads the objects itself, in the name of who replays them. */
  @Test
  void local_objects_areReadInTheUsersName() {
    aws.objects().add("logs", "a.gz", "2026-01-02T03:00:00Z");
    FakeSink sink = new FakeSink();
    console.with("AWS_ENDPOINT_URL", "http://127.0.0.1:5000").with(sink);

    assertThat(run("--from", "s3://logs/", "--to", "local")).isZero();
    assertThat(console.given())
        .containsEntry("AWS_ACCESS_KEY_ID", "mine")
        .containsEntry("AWS_REGION", REGION)
        .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:5000");
    assertThat(console.err()).contains("Sending s3://logs/a.gz");
    run("--from", "s3://logs/", "--to", "local", "--dry-run");
    assertThat(console.out()).contains("s3://logs/a.gz");
  }

  /** A forwarder that only counts. */
  private static class FakeSink implements Sink {
    private boolean isClosed;

    @Override
    public Optional<String> send(String event) {
      return Optional.empty();
    }

    @Override
    public Map<String, Integer> arrived() {
      Map<String, Integer> arrived = new LinkedHashMap<>();
      arrived.put("logs", 2);
      arrived.put("points", 1);
      arrived.put("spans", 0);
      return arrived;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private JsonNode result() {
    return Json.parse(console.out()).path("result");
  }

  private JsonNode content(int index) {
    return Json.parse(Unpacked.data(Json.parse(sent.get(index)).at("/awslogs/data").asText()));
  }

  private List<String> messages(int index) {
    return content(index).path("logEvents").findValuesAsText("message");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.log"), text);
  }

  private int replay(String... more) {
    return replayFrom("a.log", more);
  }

  private int replayFrom(String source, String... more) {
    List<String> words = new ArrayList<>(List.of("--forwarder", "Forwarder", "--from", source));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... more) {
    List<String> words = new ArrayList<>(List.of("forwarder", "replay"));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }
}
