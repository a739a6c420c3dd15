package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.http.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Events that were damaged at random end in a clean answer, whatever is in them. */
class FuzzTest {
  private static final byte[] OBJECT =
      "some content\nof an object".getBytes(StandardCharsets.UTF_8);
  private static final int ROUNDS = 200_000;
  private static final List<String> SEEDS =
      List.of(
          "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\",\"logGroup\":\"/aws/lambda/f\","
              + "\"logStream\":\"s\",\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":"
              + "\"{\\\"m\\\":\\\"a\\\",\\\"v\\\":1,\\\"e\\\":1,\\\"t\\\":[\\\"x\\\"]}\"},{\"id\":\"2\",\"message\":"
              + "\"{\\\"traces\\\":[[{\\\"trace_id\\\":\\\"1\\\",\\\"meta\\\":{\\\"a\\\":\\\"b\\\"}}]]}\"},"
              + "{\"id\":\"3\",\"message\":\"REPORT RequestId: 1 Duration: 1 ms Billed Duration: 1 ms "
              + "Memory Size: 1 MB Max Memory Used: 1 MB\"},{\"id\":\"4\",\"message\":"
              + "\"{\\\"ddtags\\\":\\\"a:b\\\"}\"}]}",
          "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"body\":\"{\\\"a\\\":1}\"},"
              + "{\"kinesis\":{\"sequenceNumber\":\"1\",\"data\":\"H4sIAAAA\"}}]}",
          "{\"Records\":[{\"Sns\":{\"Message\":\"x\"}},{\"s3\":{\"bucket\":{\"name\":\"b\"},"
              + "\"object\":{\"key\":\"k\"}}}]}",
          "{\"source\":\"aws.x\",\"detail-type\":\"y\",\"detail\":{\"a\":[1,2.5,null,true]}}",
          "{\"retry\":true}");

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void run_damagedEvents_endInACleanAnswer() {
    Pipeline pipeline = pipeline();
    int answered = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] text = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      byte[] damaged = damage(text);
      byte[] event = i % SEEDS.size() == 0 ? subscription(damaged) : damaged;

      Result result = pipeline.run(event, Records.INVOCATION, Deadlines.far());

      assertThat(result.line("r", true))
          .startsWith("forwarder request_id=r")
          .doesNotContain("java.lang.");
      answered++;
    }
    assertThat(answered).isEqualTo(ROUNDS);
  }

  /** Mostly damaged inside, sometimes where it is packed. */
  private byte[] subscription(byte[] json) {
    byte[] packed = Events.gzip(json);
    return Events.subscription(random.nextInt(8) == 0 ? damage(packed) : packed);
  }

  private byte[] damage(byte[] text) {
    byte[] damaged = text.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(damaged.length);
      damaged[at] =
          random.nextInt(3) == 0
              ? (byte) random.nextInt(256)
              : (byte) "{}[]\",:\\0u\n".charAt(random.nextInt(11));
    }
    return random.nextInt(10) == 0
        ? Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length))
        : damaged;
  }

  private static Pipeline pipeline() {
    Map<String, String> environment =
        Map.of(
            "DD_API_KEY", RecordingIntake.KEY,
            "DD_USE_COMPRESSION", "false",
            "DD_MAX_WORKERS", "2",
            "AWS_ACCESS_KEY_ID", "a",
            "AWS_REGION", "us-east-1");
    return Wiring.pipeline(
        ForwarderConfig.from(environment),
        "f",
        millis -> {},
        (request, deadline) -> {
          assertThat(request.body().text()).doesNotContain("parse_error:internal");
          return new HttpAnswer(202, Map.of(), new ByteArrayInputStream(OBJECT));
        });
  }
}
