package io.sleddog.local.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.otlp.OtlpReader;
import io.sleddog.local.otlp.OtlpSignal;
import io.sleddog.local.testing.ProcessRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written is read back by the reader of what OpenTelemetry's own clients send. */
class OtlpBodiesTest {
  private static final List<String> TAGS = List.of("service:web", "env:dev", "plan:pro", "plain");

  private final OtlpReader reader = new OtlpReader();

  @Test
  void of_spans_keepIdsNamesAndTags() {
    Span child = ProcessRequests.span("web", 7, 2, 1, true);
    Span span = read(OtlpSignal.TRACES, ProcessRequests.traces(child)).spans().get(0);

    assertThat(span.traceId()).isEqualTo(7);
    assertThat(span.spanId()).isEqualTo(2);
    assertThat(span.parentId()).isEqualTo(1);
    assertThat(span.service()).isEqualTo("web");
    assertThat(span.startNanos()).isEqualTo(child.startNanos());
    assertThat(span.durationNanos()).isEqualTo(child.durationNanos());
    assertThat(span.error()).isEqualTo(1);
    assertThat(span.resource()).isEqualTo("GET /orders");
    assertThat(span.meta())
        .containsEntry("operation.name", "http.request")
        .containsEntry("error.message", "no route")
        .containsEntry("env", "dev");
  }

  @Test
  void of_upperHalfOfATraceId_isGivenToAllItsSpans() {
    Span first = ProcessRequests.span("web", 7, 1, 0, false);
    Span whole =
        new Span(
            7,
            1,
            0,
            "web",
            "a",
            "r",
            "",
            5,
            6,
            0,
            Map.of("_dd.p.tid", "00000000000000ff"),
            Map.of(),
            1);
    List<Span> spans =
        read(
                OtlpSignal.TRACES,
                ProcessRequests.traces(whole, ProcessRequests.span("db", 7, 2, 1, false)))
            .spans();

    assertThat(first.meta()).doesNotContainKey("_dd.p.tid");
    assertThat(spans)
        .extracting(span -> span.meta().get("otel.trace_id"))
        .containsOnly("00000000000000ff0000000000000007");
  }

  @Test
  void of_points_countsAreSumsAndTheOthersGauges() {
    MetricPoint count = new MetricPoint("orders", 3, 1_700_000_000, TAGS);
    MetricPoint gauge = new MetricPoint("queue", 1.5, 1_700_000_000, TAGS);
    IntakeRequest request =
        statsd("orders:3|c|#plan:pro\nqueue:1.5|g", List.of(count, gauge), List.of());
    String body = OtlpBodies.of(request).get(0).payload().text();

    assertThat(body).contains("\"name\":\"orders\",\"sum\"", "\"name\":\"queue\",\"gauge\"");
    assertThat(read(OtlpSignal.METRICS, request).points())
        .containsExactly(
            new MetricPoint("orders", 3, 1_700_000_000, tagsRead()),
            new MetricPoint("queue", 1.5, 1_700_000_000, tagsRead()));
  }

  @Test
  void of_distributions_areExponentialHistograms() {
    List<MetricPoint> points =
        List.of(
            new MetricPoint("order.value", 3, 1_700_000_000, TAGS),
            new MetricPoint("order.value", 5, 1_700_000_000, TAGS),
            new MetricPoint("queue", 1.5, 1_700_000_000, TAGS));
    IntakeRequest request = statsd("order.value:3:5|d|#plan:pro\nqueue:1.5|g", points, List.of());

    List<OtlpBody> bodies = OtlpBodies.of(request);

    assertThat(bodies).extracting(OtlpBody::count).containsExactly(2, 1);
    assertThat(read(OtlpSignal.METRICS, request).points())
        .extracting(point -> point.metric() + " " + point.value())
        .contains("order.value.count 2.0", "order.value.sum 8.0");
    assertThat(bodies.get(0).payload().text()).doesNotContain("cloud.provider");
  }

  @Test
  void of_spans_linksAndEventsGoAlong() {
    Span span = ProcessRequests.span("web", 7, 2, 1, false);
    Map<String, String> meta = new java.util.HashMap<>(span.meta());
    String link = "{\"trace_id\":\"" + "0".repeat(31) + "9\",\"span_id\":\"000000000000000a\"}";
    meta.put("_dd.span_links", "[" + link + "]");
    meta.put("_dd.hostname", "box");
    Span linked = new Span(7, 2, 1, "web", "a", "r", "web", 5, 6, 0, meta, Map.of(), 1);

    Span read = read(OtlpSignal.TRACES, ProcessRequests.traces(linked)).spans().get(0);

    assertThat(read.meta().get("_dd.span_links")).contains("000000000000000a");
    assertThat(read.meta()).containsEntry("host.name", "box").doesNotContainKey("cloud.provider");
  }

  private static List<String> tagsRead() {
    return List.of("plan:pro", "plain:true", "service:web", "env:dev");
  }

  @Test
  void of_events_areLogs() {
    LogEntry event =
        new LogEntry(
            Json.object()
                .put("message", "hot")
                .put("status", "warning")
                .put("timestamp", 1_700_000_000_123L)
                .put("ddtags", "service:web,drum:2")
                .put("hostname", "box")
                .put("title", "Roaster"));
    LogEntry log = read(OtlpSignal.LOGS, statsd("", List.of(), List.of(event))).logs().get(0);

    assertThat(log.message()).isEqualTo("hot");
    assertThat(log.service()).isEqualTo("web");
    assertThat(log.timestampMillis()).isEqualTo(1_700_000_000_123L);
    assertThat(log.fields().path("status").asText()).isEqualTo("warn");
    assertThat(log.fields().path("hostname").asText()).isEqualTo("box");
    assertThat(log.fields().path("drum").asText()).isEqualTo("2");
    assertThat(log.fields().path("title").asText()).isEqualTo("Roaster");
  }

  @Test
  void of_otlp_staysAsItCame() {
    OtlpBody body = OtlpBodies.of(ProcessRequests.log("hello", 1)).get(0);

    assertThat(body.path()).isEqualTo("/v1/logs");
    assertThat(body.payload().text()).isEqualTo("x");
    assertThat(body.contentType()).isEqualTo("application/msgpack");
  }

  @Test
  void of_nothing_isNothing() {
    assertThat(OtlpBodies.of(ProcessRequests.traces())).isEmpty();
  }

  private Contents read(OtlpSignal signal, IntakeRequest request) {
    OtlpBody body = OtlpBodies.of(request).get(0);
    OtlpReader.Reading reading =
        reader.read(signal, body.payload().bytes(), body.contentType().endsWith("json"));
    assertThat(reading.reason()).isEmpty();
    return reading.contents();
  }

  private static IntakeRequest statsd(String text, List<MetricPoint> points, List<LogEntry> logs) {
    Contents contents = new Contents(List.of(), points, logs);
    return new IntakeRequest(
        1, "UDP", "/dogstatsd", Map.of(), 1, Payload.of(text), 202, contents, null);
  }
}
