package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.telemetry.Count;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs that were damaged at random, with everything switched on that looks into them: what is odd
 * in one of them harms neither it nor the others.
 */
class FuzzFeaturesTest {
  private static final int ROUNDS = 5_000;
  private static final List<String> MESSAGES =
      List.of(
          "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"2\",\"type\":\"sql\",\"resource\":\"SELECT"
              + " 'a', \\\"b\\\" FROM [c d] -- e\",\"error\":1,\"meta\":{\"db.statement\":\"$t$x$t$"
              + " /* */\","
              + "\"events\":\"[{\\\"name\\\":\\\"x\\\",\\\"attributes\\\":{\\\"a\\\":[1]}}]\","
              + "\"_dd.span_links\":\"[{\\\"trace_id\\\":\\\"1\\\"}]\",\"_dd.p.tid\":\"f\"}}]]}",
          "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"2\",\"type\":\"http\",\"resource\":\"r\","
              + "\"meta\":{\"http.url\":\"https://u:p@h:1/a/b1/%20?q=1#f\",\"http.status_code\":\"200\"}}]]}",
          "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"2\",\"type\":\"redis\",\"resource\":\"SET"
              + " a b\",\"meta\":{\"redis.raw_command\":\"ZADD k NX 1 'm' 2 \\\"n\\\"\"}}]]}",
          "{\"m\":\"a\",\"v\":-1.5e-300,\"e\":1,\"t\":[\"x:y\",\"x:z\",\":\",\"\"]}",
          "{\"httpRequest\":{\"headers\":[{\"name\":\"a\",\"value\":1}]},\"ruleGroupList\":[{\"ruleGroupId\":"
              + "\"g\",\"terminatingRule\":{\"ruleId\":\"r\"},\"excludedRules\":[{\"ruleId\":\"s\"}]}],"
              + "\"nonTerminatingMatchingRules\":[{\"ruleId\":\"t\"}]}",
          "{\"level\":\"WARN\",\"dd.trace_id\":\"12\",\"dd.span_id\":\"3\",\"ddtags\":\"a:b\"}");

  private final SplittableRandom random = new SplittableRandom(11);

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json"})
  void run_damagedLogs_areAllDelivered(String protocol) throws IOException {
    Pipeline pipeline = pipeline(protocol);
    for (int i = 0; i < ROUNDS; i++) {
      String damaged = damage(MESSAGES.get(i % MESSAGES.size()));
      byte[] event = Events.cloudWatch("/aws/lambda/f", "s", damaged, "next");

      Result result = pipeline.run(event, Records.INVOCATION, Deadlines.far());

      assertThat(result.counters().get(Count.RECORDS_UNREAD)).as(damaged).isZero();
      assertThat(result.answer()).as(damaged).isEqualTo("null");
    }
  }

  private String damage(String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(damaged.length());
      String marks = "{}[]\",:\\0u'`$%/*-#\n?@.;()1a \u00e9\ud83d";
      damaged.setCharAt(at, marks.charAt(random.nextInt(marks.length())));
    }
    return damaged.toString();
  }

  private static Pipeline pipeline(String protocol) {
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> environment =
        Map.of(
            "DD_API_KEY", RecordingIntake.KEY,
            "DD_SOURCE", "waf",
            "DD_USE_COMPRESSION", "false",
            "REDACT_EMAIL", "true",
            "DD_SCRUBBING_RULE", "(?<=SE)[LT](\\w)",
            "DD_SCRUBBING_RULE_REPLACEMENT", "\\1",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c",
            "OTEL_EXPORTER_OTLP_PROTOCOL", protocol,
            "OTEL_EXPORTER_OTLP_COMPRESSION", "none");
    return Wiring.pipeline(
        ForwarderConfig.from(environment),
        "f",
        millis -> {},
        (request, deadline) -> {
          assertThat(request.body().text()).doesNotContain("parse_error:internal");
          return new HttpAnswer(200, Map.of(), new ByteArrayInputStream(empty));
        });
  }
}
