package io.sleddog.local.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.timgroup.statsd.Event;
import com.timgroup.statsd.NonBlockingStatsDClientBuilder;
import com.timgroup.statsd.ServiceCheck;
import com.timgroup.statsd.StatsDClient;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sleddog.local.live.ProcessRides;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clients that people use, sending to the agent what they would send to any. */
@Timeout(120)
class RealClientsIT {
  private static final Path TRACER = Path.of("target/clients/dd-java-agent.jar");

  private final TripStore store = new TripStore(100_000_000);
  private final BlockingQueue<Trip> changes = new LinkedBlockingQueue<>();
  private final ProcessRides rides = new ProcessRides(store);
  private final Agent agent = Agent.start(AgentPorts.free(), Clock.systemUTC(), rides::take);

  RealClientsIT() {
    store.onChange(change -> changes.add(change.trip()));
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void dogstatsdClient_everyType_isUnderstood() throws Exception {
    try (StatsDClient client =
        new NonBlockingStatsDClientBuilder()
            .hostname("127.0.0.1")
            .port(port(Inlet.DOGSTATSD))
            .prefix("shop")
            .constantTags("service:web", "env:dev")
            .enableTelemetry(false)
            .build()) {
      client.count("orders", 3, "plan:pro");
      client.gauge("queue", 1.5);
      client.histogram("size", 7L);
      client.distribution("latency", 20.5);
      client.time("query", 12);
      client.recordSetValue("users", "anna");
      client.recordEvent(
          Event.builder().withTitle("größe").withText("two\nlines").build(), "by:hand");
      client.recordServiceCheckRun(
          ServiceCheck.builder()
              .withName("db")
              .withStatus(ServiceCheck.Status.CRITICAL)
              .withMessage("no|answer")
              .build());
      Trip metrics = until(trip -> !trip.points().isEmpty() && points().size() == 6);
      Trip logs = until(trip -> trip.logs().size() == 2);

      assertThat(metrics.ride().function().name()).isEqualTo("web");
      assertThat(points())
          .extracting(MetricPoint::metric)
          .containsExactlyInAnyOrder(
              "shop.orders", "shop.queue", "shop.size", "shop.latency", "shop.query", "shop.users");
      assertThat(points()).allMatch(point -> point.tags().contains("env:dev"));
      assertThat(logs.logs())
          .extracting(LogEntry::message)
          .containsExactlyInAnyOrder("shop.größe\ntwo\nlines", "db is error: no|answer");
      assertThat(unread()).isEmpty();
    }
  }

  @Test
  void openTelemetrySdk_overHttp_showsTraceMetricsAndLogs() throws Exception {
    String otlp = "http://127.0.0.1:" + port(Inlet.OTLP) + "/v1/";
    try (OpenTelemetrySdk sdk = sdk(otlp)) {
      Span span =
          sdk.getTracer("shop")
              .spanBuilder("POST /orders")
              .setSpanKind(SpanKind.SERVER)
              .setAttribute("http.request.method", "POST")
              .setAttribute("http.route", "/orders")
              .startSpan();
      try (Scope here = span.makeCurrent()) {
        assertThat(here).isNotNull();
        sdk.getLogsBridge()
            .get("shop")
            .logRecordBuilder()
            .setBody("no stock")
            .setSeverity(Severity.WARN)
            .emit();
        span.recordException(new IllegalStateException("no stock"));
        span.setStatus(io.opentelemetry.api.trace.StatusCode.ERROR);
      } finally {
        span.end();
      }
      sdk.getMeter("shop")
          .counterBuilder("orders")
          .build()
          .add(3, Attributes.of(AttributeKey.stringKey("plan"), "pro"));
      sdk.getMeter("shop").histogramBuilder("latency").build().record(20);
    }
    Trip trace = until(trip -> !trip.spans().isEmpty() && !trip.logs().isEmpty());
    Trip metrics = until(trip -> trip.points().size() >= 5);

    assertThat(trace.ride().function().name()).isEqualTo("otel-shop");
    assertThat(trace.spans().get(0).name()).isEqualTo("http.server.request");
    assertThat(trace.spans().get(0).resource()).isEqualTo("POST /orders");
    assertThat(trace.spans().get(0).meta())
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("env", "dev");
    assertThat(trace.logs().get(0).message()).isEqualTo("no stock");
    assertThat(metrics.points())
        .extracting(MetricPoint::metric)
        .contains("orders", "latency.count", "latency.sum", "latency.min", "latency.max");
    assertThat(unread()).isEmpty();
  }

  private static OpenTelemetrySdk sdk(String otlp) {
    Resource resource =
        Resource.create(
            Attributes.of(
                AttributeKey.stringKey("service.name"), "otel-shop",
                AttributeKey.stringKey("deployment.environment.name"), "dev"));
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(
                    SimpleSpanProcessor.create(
                        OtlpHttpSpanExporter.builder()
                            .setEndpoint(otlp + "traces")
                            .setCompression("gzip")
                            .build()))
                .build())
        .setLoggerProvider(
            SdkLoggerProvider.builder()
                .setResource(resource)
                .addLogRecordProcessor(
                    SimpleLogRecordProcessor.create(
                        OtlpHttpLogRecordExporter.builder().setEndpoint(otlp + "logs").build()))
                .build())
        .setMeterProvider(
            SdkMeterProvider.builder()
                .setResource(resource)
                .registerMetricReader(
                    PeriodicMetricReader.create(
                        OtlpHttpMetricExporter.builder().setEndpoint(otlp + "metrics").build()))
                .build())
        .build();
  }

  @Test
  void datadogJavaAgent_inAChildProcess_showsItsTrace() throws Exception {
    assumeTrue(Files.exists(TRACER), TRACER + " is missing; mvn verify brings it");
    Process child = traced();
    try {
      Trip trace = until(trip -> !trip.spans().isEmpty());

      assertThat(trace.ride().function().name()).isEqualTo("traced-web");
      assertThat(trace.spans()).anyMatch(span -> span.name().equals("http.request"));
      assertThat(trace.spans().get(0).meta()).containsEntry("env", "dev");
      assertThat(trace.ride().requests().get(0).headers())
          .containsEntry("datadog-meta-lang", "java");
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(unread()).isEmpty();
  }

  /** A trace of two spans, one of which failed. */
  private static final String PYTHON_PROGRAM =
      """
      import ddtrace
      from ddtrace.trace import tracer
      with tracer.trace("web.request", service="py-web", resource="GET /orders") as span:
          span.set_tag("order.id", "42")
          with tracer.trace("db.query", span_type="sql") as query:
              query.error = 1
      tracer.flush()
      tracer.shutdown()
      """;

  @Test
  void datadogPythonTracer_inAChildProcess_showsItsTrace() throws Exception {
    assumeTrue(hasPythonTracer(), "python3 with the package ddtrace is missing");
    Process child = python("-c", PYTHON_PROGRAM);

    Trip trace = until(trip -> trip.spans().size() >= 2);

    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(trace.ride().function().name()).isEqualTo("py-web");
    assertThat(trace.spans())
        .extracting(span -> span.name() + " " + span.error())
        .containsExactly("web.request 0", "db.query 1");
    assertThat(trace.spans().get(0).meta())
        .containsEntry("order.id", "42")
        .containsEntry("env", "dev");
    assertThat(trace.ride().requests().get(0).headers())
        .containsEntry("datadog-meta-lang", "python");
    assertThat(unread()).isEmpty();
  }

  private boolean hasPythonTracer() throws InterruptedException {
    try {
      Process child = python("-c", "import ddtrace.trace");
      return child.waitFor(60, TimeUnit.SECONDS) && child.exitValue() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  private Process python(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "DD_TRACE_AGENT_URL", "http://127.0.0.1:" + port(Inlet.TRACES),
                "DD_DOGSTATSD_PORT", Integer.toString(port(Inlet.DOGSTATSD)),
                "DD_ENV", "dev",
                "DD_REMOTE_CONFIGURATION_ENABLED", "false",
                "DD_INSTRUMENTATION_TELEMETRY_ENABLED", "false",
                "DD_CRASHTRACKING_ENABLED", "false"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target/python-tracer.log").toFile())
        .start();
  }

  private Process traced() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-javaagent:" + TRACER.toAbsolutePath(),
            "-cp",
            Path.of("target/test-classes").toAbsolutePath().toString(),
            TracedProgram.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "DD_AGENT_HOST", "127.0.0.1",
                "DD_TRACE_AGENT_PORT", Integer.toString(port(Inlet.TRACES)),
                "DD_DOGSTATSD_PORT", Integer.toString(port(Inlet.DOGSTATSD)),
                "DD_SERVICE", "traced-web",
                "DD_ENV", "dev",
                "DD_TRACE_STARTUP_LOGS", "false"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target/traced-program.log").toFile())
        .start();
  }

  /** All that came, since a minute may have begun in between. */
  private List<MetricPoint> points() {
    return store.trips().stream().flatMap(trip -> trip.points().stream()).toList();
  }

  private int port(Inlet inlet) {
    return agent.ports().getOrDefault(inlet, 0);
  }

  /** The first ride that has become so. */
  private Trip until(Predicate<Trip> wanted) throws InterruptedException {
    for (Trip trip : store.trips()) {
      if (wanted.test(trip)) {
        return trip;
      }
    }
    for (Trip trip = changes.poll(60, TimeUnit.SECONDS);
        trip != null;
        trip = changes.poll(60, TimeUnit.SECONDS)) {
      if (wanted.test(trip)) {
        return trip;
      }
    }
    throw new AssertionError("not among " + store.trips());
  }

  private List<String> unread() {
    List<String> problems = new ArrayList<>();
    store
        .trips()
        .forEach(
            trip ->
                trip.ride().requests().stream()
                    .filter(request -> request.problem() != null)
                    .forEach(request -> problems.add(request.path() + " " + request.problem())));
    return problems;
  }
}
