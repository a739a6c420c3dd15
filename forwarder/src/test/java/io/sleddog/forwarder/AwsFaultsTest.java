package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.MemoryS3;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS fails while an object, a key or a store is needed: nothing is lost, and in time. */
class AwsFaultsTest {
  private static final int SHORT_MILLIS = 1_700;
  private static final int TIMELY_MILLIS = 30_000;
  private static final byte[] LINES = "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8);

  private final FaultyIntake intake = new FaultyIntake();
  private final FaultyIntake aws = new FaultyIntake();
  private final MemoryS3 s3 = new MemoryS3();
  private final Ledger ledger = new Ledger(intake, s3);

  @AfterEach
  void stop() {
    intake.close();
    aws.close();
    s3.close();
  }

  /** Faults of S3 after which the object is read all the same. */
  static Stream<Arguments> passingReads() {
    return Stream.of(
        arguments("busy once", List.of(Fault.status(503), Fault.object(LINES, 99))),
        arguments("reset once", List.of(Fault.resetAtOnce(), Fault.object(LINES, 99))),
        arguments("breaks after four bytes each time", List.of(Fault.object(LINES, 4))),
        arguments("gzip", List.of(Fault.object(Events.gzip(LINES), 9999))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingReads")
  void handleRequest_faultOfS3Passes_readsTheObject(String name, List<Fault> faults) {
    aws.next(faults.subList(0, faults.size() - 1));
    aws.always(faults.get(faults.size() - 1));

    ledger.handle(ledger.handler(throughAws()), s3Event("k"), TIMELY_MILLIS);

    assertThat(intake.messages()).containsExactly("one", "two", "three");
    assertThat(ledger.answer()).isEqualTo("null");
  }

  /** Faults of S3 that stay, and how many logs arrive before them. */
  static Stream<Arguments> lastingReads() {
    byte[] packed = Events.gzip(LINES);
    return Stream.of(
        arguments("denied", Fault.status(403), TIMELY_MILLIS),
        arguments("missing", Fault.status(404), TIMELY_MILLIS),
        arguments("busy", Fault.status(503), TIMELY_MILLIS),
        arguments("breaks after each byte", Fault.object(LINES, 1), TIMELY_MILLIS),
        arguments("ends early", Fault.object(Arrays.copyOf(packed, 20), 99), TIMELY_MILLIS),
        arguments("hangs", Fault.hang(), SHORT_MILLIS),
        arguments("slow head", Fault.slowAnswer(), SHORT_MILLIS),
        arguments("slow body", Fault.takenWithSlowBody(), SHORT_MILLIS),
        arguments("no body", Fault.takenWithoutBody(), SHORT_MILLIS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lastingReads")
  void handleRequest_objectCannotBeRead_failsAndSaysSo(String name, Fault fault, int millis) {
    aws.always(fault);

    ledger.handle(ledger.handler(throughAws()), s3Event("k"), millis);

    assertThat(ledger.error()).startsWith("Not delivered: record 0 not read: s3://b/k: ");
    assertThat(ledger.error().contains("not read in time")).isEqualTo(millis == SHORT_MILLIS);
    assertThat(ledger.count("records_unread")).isEqualTo(1);
  }

  @Test
  void handleRequest_oneOfTwoObjectsCannotBeRead_onlyItsMessageComesAgain() {
    aws.next(List.of(Fault.object(LINES, 99), Fault.status(403)));
    String bodies = "";
    for (String key : List.of("good", "bad")) {
      String event = new String(s3Event(key), StandardCharsets.UTF_8);
      bodies += (bodies.isEmpty() ? "" : ",") + sqs(key, event);
    }

    byte[] event = ("{\"Records\":[" + bodies + "]}").getBytes(StandardCharsets.UTF_8);
    ledger.handle(ledger.handler(throughAws()), event, TIMELY_MILLIS);

    assertThat(ledger.answer()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
    assertThat(intake.messages()).containsExactly("one", "two", "three");
  }

  @Test
  void handleRequest_sameObjectTwice_isForwardedTwice() {
    aws.always(Fault.object(LINES, 99));
    String one = new String(s3Event("k"), StandardCharsets.UTF_8);
    String record = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));

    byte[] event =
        ("{\"Records\":[" + record + "," + record + "]}").getBytes(StandardCharsets.UTF_8);
    ledger.handle(ledger.handler(throughAws()), event, TIMELY_MILLIS);

    assertThat(intake.messages()).containsExactly("one", "two", "three", "one", "two", "three");
    assertThat(ledger.count("incoming_events")).isEqualTo(6);
  }

  /** Ways in which the key cannot be had. */
  static Stream<Arguments> lostKeys() {
    return Stream.of(
        arguments("refused", Fault.status(400), TIMELY_MILLIS),
        arguments("busy", Fault.status(500), TIMELY_MILLIS),
        arguments("no secret in it", Fault.body("{}"), TIMELY_MILLIS),
        arguments("hangs", Fault.hang(), SHORT_MILLIS),
        arguments("slow", Fault.slowAnswer(), SHORT_MILLIS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lostKeys")
  void handleRequest_noKey_failsOrStores(String name, Fault fault, int millis) {
    aws.always(fault);

    ledger.handle(3, millis, secret());
    ledger.assertComplete();
    assertThat(ledger.failed()).isEqualTo(3);

    ledger.handle(3, millis, ledger.store(secret()));
    ledger.assertComplete();
    assertThat(ledger.stored()).hasSize(3);
  }

  @Test
  void handleRequest_keyWasReplaced_isReadAgainOnce() {
    aws.next(List.of(Fault.body(secret("a")), Fault.body(secret("b"))));
    intake.always(Fault.refuseKey("a"));

    ledger.handle(3, TIMELY_MILLIS, secret());

    assertThat(intake.messages()).hasSize(3);
    assertThat(aws.requests()).isEqualTo(2);
  }

  @Test
  void handleRequest_keyStaysRefused_isReadTwiceInAll() {
    aws.always(Fault.body(secret("a")));
    intake.always(Fault.status(403));

    ledger.handle(3, TIMELY_MILLIS, secret());

    ledger.assertComplete();
    assertThat(aws.requests()).isEqualTo(2);
  }

  /** Ways in which a store fails. */
  static Stream<Arguments> lostStores() {
    return Stream.of(
        arguments("denied", Fault.status(403), TIMELY_MILLIS),
        arguments("no such bucket", Fault.status(404), TIMELY_MILLIS),
        arguments("full", Fault.status(400), TIMELY_MILLIS),
        arguments("busy", Fault.status(503), TIMELY_MILLIS),
        arguments("resets", Fault.resetAtOnce(), TIMELY_MILLIS),
        arguments("hangs", Fault.hang(), SHORT_MILLIS),
        arguments("never reads", Fault.neverRead(), SHORT_MILLIS),
        arguments("slow", Fault.slowAnswer(), SHORT_MILLIS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lostStores")
  void handleRequest_storeFails_invocationFails(String name, Fault fault, int millis) {
    aws.always(fault);
    intake.always(Fault.status(403));

    for (String service : List.of("S3", "SQS")) {
      Map<String, String> settings = ledger.store();
      settings.put("AWS_ENDPOINT_URL_" + service, url(aws));
      settings.put(service.equals("S3") ? "DD_SQS_QUEUE_URL" : "DD_S3_BUCKET_NAME", "");
      settings.putIfAbsent("DD_SQS_QUEUE_URL", url(aws) + "/1/queue");
      ledger.handle(3, millis, settings);

      ledger.assertComplete();
      assertThat(ledger.failed()).isEqualTo(3);
      assertThat(ledger.error()).contains("3 logs: ");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lostStores")
  void handleRequest_queueFailsBesideABucket_bucketTakesIt(String name, Fault fault, int millis) {
    boolean hasTime = millis == TIMELY_MILLIS;
    aws.always(fault);
    intake.always(Fault.status(403));
    Map<String, String> settings = ledger.store();
    settings.put("DD_SQS_QUEUE_URL", url(aws) + "/1/queue");
    settings.put("AWS_ENDPOINT_URL_SQS", url(aws));

    ledger.handle(3, millis, settings);

    ledger.assertComplete();
    assertThat(ledger.stored()).hasSize(hasTime ? 3 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lostStores")
  void handleRequest_storeFailsForAMessage_theMessageComesAgain(
      String name, Fault fault, int millis) {
    aws.always(fault);
    intake.always(Fault.status(403));
    Map<String, String> settings = ledger.store();
    settings.put("AWS_ENDPOINT_URL_S3", url(aws));

    byte[] event = ("{\"Records\":[" + sqs("m1", "a") + "]}").getBytes(StandardCharsets.UTF_8);
    ledger.handle(ledger.handler(settings), event, millis);

    assertThat(ledger.answer()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
  }

  @Test
  void handleRequest_noTimeAtAll_failsForAll() {
    ledger.handle(3, 0, Map.of());

    ledger.assertComplete();
    assertThat(ledger.failed()).isEqualTo(3);
  }

  private Map<String, String> throughAws() {
    return Map.of("AWS_ENDPOINT_URL_S3", url(aws));
  }

  private Map<String, String> secret() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DD_API_KEY_SECRET_ARN", "a-secret");
    settings.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", url(aws));
    return settings;
  }

  private static String secret(String letter) {
    return "{\"SecretString\":\"" + letter.repeat(RecordingIntake.KEY.length()) + "\"}";
  }

  private static String url(FaultyIntake server) {
    return "http://127.0.0.1:" + server.port();
  }

  private static byte[] s3Event(String key) {
    return ("{\"Records\":[{\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\",\"s3\":{"
            + "\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\""
            + key
            + "\"}}}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String sqs(String id, String body) {
    return Events.MAPPER
        .createObjectNode()
        .put("eventSource", "aws:sqs")
        .put("messageId", id)
        .put("body", body)
        .toString();
  }
}
