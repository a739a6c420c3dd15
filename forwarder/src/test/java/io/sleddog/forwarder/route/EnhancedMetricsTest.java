package io.sleddog.forwarder.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Tags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Lambda logs about an invocation, and the metrics that it becomes. */
class EnhancedMetricsTest {
  private static final String TEXT =
      "REPORT RequestId: 8edab1f8-7d34\tDuration: 0.62 ms\tBilled Duration: 100 ms\t"
          + "Memory Size: 128 MB\tMax Memory Used: 51 MB";
  private static final List<String> TEXT_POINTS =
      List.of(
          "duration=6.2E-4",
          "billed_duration=0.1",
          "max_memory_used=51.0",
          "estimated_cost=4.0833375E-7");
  private static final String METRICS =
      "{\"durationMs\":1500.5,\"billedDurationMs\":1500,\"memorySizeMB\":512,"
          + "\"maxMemoryUsedMB\":78}";
  private static final List<String> JSON_POINTS =
      List.of(
          "duration=1.5005",
          "billed_duration=1.5",
          "max_memory_used=78.0",
          "estimated_cost=1.2700025E-5");

  /** Messages, and the metrics that they report. */
  static Stream<Arguments> messages() {
    return Stream.of(
        arguments("text", TEXT, TEXT_POINTS),
        arguments("text with an end of line", TEXT + "\t\n", TEXT_POINTS),
        arguments("text behind other text", "INFO " + TEXT, TEXT_POINTS),
        arguments("text behind another report", "REPORT of today: " + TEXT, TEXT_POINTS),
        arguments("text behind a time-out", "Task timed out after 1 seconds " + TEXT, TEXT_POINTS),
        arguments("text in a JSON object", "{\"msg\":\"" + TEXT + "\"}", TEXT_POINTS),
        arguments(
            "text with X-Ray",
            TEXT + "\t\nXRAY TraceId: 1-5d83c0ad\tSegmentId: 31255c3b19bd3637\tSampled: true",
            TEXT_POINTS),
        arguments("text of a restored function", TEXT + "\tRestore Duration: 5 ms", TEXT_POINTS),
        arguments(
            "text of a cold start",
            TEXT + "\tInit Duration: 250.5 ms",
            with(TEXT_POINTS, 3, "init_duration=0.2505")),
        arguments("text in escapes", TEXT.replace("\t", "\\t"), List.of()),
        arguments("text cut off", TEXT.substring(0, 60), List.of()),
        arguments("report", platform(METRICS, "\"status\":\"success\""), JSON_POINTS),
        arguments(
            "report with tracing and spans, which have types and durations of their own",
            platform(
                METRICS,
                "\"tracing\":{\"type\":\"X-Amzn-Trace-Id\",\"value\":\"Root=1\"},"
                    + "\"spans\":[{\"name\":\"responseLatency\",\"type\":\"x\",\"durationMs\":9}],"
                    + "\"status\":\"success\""),
            JSON_POINTS),
        arguments(
            "report of a time-out",
            platform(METRICS, "\"status\":\"timeout\""),
            with(JSON_POINTS, 4, "timeouts=1.0")),
        arguments(
            "report with a status elsewhere",
            platform(METRICS, "\"spans\":[{\"status\":\"timeout\"}]"),
            JSON_POINTS),
        arguments(
            "report with a duration only",
            platform("{\"durationMs\":2.5}", "\"status\":\"success\""),
            List.of("duration=0.0025")),
        arguments(
            "report without a duration",
            platform("{\"billedDurationMs\":3}", "\"status\":\"success\""),
            List.of("billed_duration=0.003")),
        arguments("report with a text", platform("{\"durationMs\":\"x\"}", "\"a\":1"), List.of()),
        arguments("report without metrics", platform("{}", "\"status\":\"timeout\""), List.of()),
        arguments("report of nothing", "{\"type\":\"platform.report\",\"record\":null}", List.of()),
        arguments("start", platform(METRICS, "\"a\":1").replace(".report", ".start"), List.of()),
        arguments(
            "metrics at the top", "{\"type\":\"platform.report\",\"durationMs\":1}", List.of()),
        arguments("time-out", "t Task timed out after 3.00 seconds", List.of("timeouts=1.0")),
        arguments(
            "time-out and memory",
            "Task timed out after 3 seconds: MemoryError",
            List.of("timeouts=1.0")),
        arguments("timed, but memory", "timed MemoryError", List.of("out_of_memory=1.0")),
        arguments("REPORT, but memory", "REPORT: MemoryError", List.of("out_of_memory=1.0")),
        arguments(
            "REPORT, but time-out",
            "REPORT Task timed out after 9.01 seconds",
            List.of("timeouts=1.0")),
        arguments("Go", "fatal error: runtime: out of memory", List.of("out_of_memory=1.0")),
        arguments("Java", "java.lang.OutOfMemoryError: heap", List.of("out_of_memory=1.0")),
        arguments("Node.js", "JavaScript heap out of memory", List.of("out_of_memory=1.0")),
        arguments("Python", "[ERROR] MemoryError", List.of("out_of_memory=1.0")),
        arguments(
            "Ruby", "failed to allocate memory (NoMemoryError)", List.of("out_of_memory=1.0")),
        arguments("memory is spoken of", "memory: 12 MB of MEMORY", List.of()),
        arguments("time-out is spoken of", "the Task timed out", List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void derive_message_reportsItsMetrics(String name, String message, List<String> points)
      throws IOException {
    assertThat(points(Records.of(message)))
        .extracting(point -> point.name().substring(20) + "=" + point.value())
        .isEqualTo(points);
  }

  @Test
  void derive_coldStart_tagsSayMemoryStartAndFunction() throws IOException {
    MetricPoint point = points(Records.of(TEXT + "\tInit Duration: 1 ms")).get(0);

    assertThat(point.tags())
        .containsExactly(
            "memorysize:128",
            "cold_start:true",
            "region:us-east-1",
            "aws_account:123456789012",
            "functionname:orders");
    assertThat(point.epochSeconds()).isEqualTo(1_583_425_836L);
  }

  @Test
  void derive_functionWithTagsInAws_tagsHaveThemAtTheEnd() throws IOException {
    LogRecord record = Records.of("MemoryError");
    record =
        record.withEnvelope(
            record.envelope().withFunction(Records.FUNCTION, new Tags("team:a,env:prod")));

    assertThat(points(record).get(0).tags())
        .containsExactly(
            "region:us-east-1",
            "aws_account:123456789012",
            "functionname:orders",
            "team:a",
            "env:prod");
  }

  @Test
  void derive_logWithoutTime_reportsNothing() throws IOException {
    LogRecord record = Records.of(TEXT);
    record = new LogRecord(record.fields(), record.message(), record.clues(), 0, record.envelope());

    assertThat(points(record)).isEmpty();
  }

  @Test
  @Timeout(20)
  void derive_wordsRepeatedWithoutEnd_takesNoTime() throws IOException {
    String message =
        "timed REPORT RequestId: " + "Task ".repeat(100_000) + "REPORT ".repeat(50_000);

    assertThat(points(Records.of(message))).isEmpty();
  }

  private static List<MetricPoint> points(LogRecord record) throws IOException {
    List<MetricPoint> points = new ArrayList<>();
    EnhancedMetrics.derive(record, Records.FUNCTION)
        .forEach(item -> points.add((MetricPoint) item));
    return points;
  }

  private static String platform(String metrics, String others) {
    return "{\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"platform.report\",\"record\":"
        + "{\"requestId\":\"r\",\"metrics\":"
        + metrics
        + ","
        + others
        + "}}";
  }

  private static List<String> with(List<String> points, int index, String point) {
    List<String> more = new ArrayList<>(points);
    more.add(index, point);
    return more;
  }
}
