package io.sleddog.local.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.local.live.ProcessRides;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples of processes, started as their READMEs say, sending to the agent of this machine. */
@Timeout(120)
class SampleProcessesIT {
  private static final Path DYNO = Path.of("../samples/web-dyno");
  private static final Path SERVICE = Path.of("../samples/otel-service");
  private static final String PORT_LINE = "Listening on port ";

  private final TripStore store = new TripStore(100_000_000);
  private final BlockingQueue<Trip> changes = new LinkedBlockingQueue<>();
  private final Agent agent =
      Agent.start(AgentPorts.free(), Clock.systemUTC(), new ProcessRides(store)::take);
  private final List<Process> processes = new ArrayList<>();

  SampleProcessesIT() {
    store.onChange(change -> changes.add(change.trip()));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    agent.close();
  }

  @Test
  void dyno_anOrder_showsWithTheDynosHostAndItsTags() throws Exception {
    int port = startDyno(Map.of());
    get(port, "/orders?product=mocha", 201);

    Trip trace = until(trip -> !trip.spans().isEmpty());
    until(trip -> points().size() == 2);

    assertThat(trace.ride().function().name()).isEqualTo("web-dyno");
    assertThat(trace.spans()).extracting(Span::name).contains("web.request", "stock.take");
    assertThat(trace.spans().get(0).resource()).isEqualTo("GET /orders");
    assertThat(trace.spans().get(0).meta())
        .containsEntry("team", "coffee")
        .containsEntry("plan", "pro");
    assertThat(trace.toString()).contains("shop.web.1");
    assertThat(points())
        .extracting(MetricPoint::metric)
        .containsExactlyInAnyOrder("shop.orders", "shop.order_value");
    assertThat(points())
        .allSatisfy(
            point ->
                assertThat(point.tags())
                    .contains("product:mocha", "team:coffee", "plan:pro", "host:shop.web.1"));
    assertThat(problems()).isEmpty();
  }

  @Test
  void dyno_soldOut_showsAsAFailedTrace() throws Exception {
    get(startDyno(Map.of()), "/orders?product=none", 409);

    Trip trace = until(trip -> !trip.spans().isEmpty());
    assertThat(trace.ride().execution().invocation().errorType())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void dynoAndService_oneOrder_areOneTrace() throws Exception {
    int stock = startService();
    int port = startDyno(Map.of("STOCK_URL", "http://127.0.0.1:" + stock + "/stock"));
    get(port, "/orders", 201);

    Trip asked = until(trip -> isOf(trip, "stock") && !trip.spans().isEmpty());
    Trip asking = until(trip -> isOf(trip, "web-dyno") && !trip.spans().isEmpty());
    Trip logged = until(trip -> isOf(trip, "stock") && !trip.logs().isEmpty());
    until(trip -> isOf(trip, "stock") && !trip.points().isEmpty());

    Span span = asked.spans().get(0);
    assertThat(span.traceId()).isEqualTo(asking.spans().get(0).traceId());
    assertThat(asking.spans()).extracting(Span::spanId).contains(span.parentId());
    assertThat(span.resource()).isEqualTo("GET /stock");
    assertThat(logged.logs()).extracting(LogEntry::message).containsExactly("7 left on the shelf");
    assertThat(logged.ride().id()).isEqualTo(asked.ride().id());
    assertThat(problems()).isEmpty();
  }

  private static boolean isOf(Trip trip, String service) {
    return trip.ride().function().name().equals(service);
  }

  /** By the command of its Procfile. */
  private int startDyno(Map<String, String> more) throws IOException {
    assumeTrue(Files.exists(DYNO.resolve("target/web-dyno.jar")), "samples/web-dyno is not built");
    Map<String, String> variables = new HashMap<>(more);
    variables.putAll(
        Map.of(
            "HEROKU_APP_NAME", "shop",
            "DYNO", "web.1",
            "DD_DYNO_HOST", "true",
            "DD_TAGS", "team:coffee plan:pro",
            "DD_SERVICE", "web-dyno",
            "DD_ENV", "dev",
            "DD_DOGSTATSD_PORT", port(Inlet.DOGSTATSD),
            "DD_TRACE_AGENT_PORT", port(Inlet.TRACES)));
    String web = Files.readString(DYNO.resolve("Procfile")).strip().replaceFirst("^web: ", "");
    return start(DYNO, List.of("sh", "-c", web), variables);
  }

  private int startService() throws IOException {
    assumeTrue(
        Files.exists(SERVICE.resolve("target/otel-service.jar")),
        "samples/otel-service is not built");
    return start(
        SERVICE,
        List.of("java", "-cp", "target/otel-service.jar", "com.example.stock.StockService"),
        Map.of(
            "OTEL_SERVICE_NAME", "stock",
            "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port(Inlet.OTLP),
            "OTEL_METRIC_EXPORT_INTERVAL", "1000",
            "OTEL_BSP_SCHEDULE_DELAY", "200"));
  }

  private int start(Path folder, List<String> command, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PORT", "0");
    builder.environment().put("JAVA_OPTS", "-Xmx64m");
    builder.environment().putAll(variables);
    Process process = builder.start();
    processes.add(process);
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith(PORT_LINE)) {
      line = lines.readLine();
    }
    assertThat(line).as("first lines of " + folder).isNotNull();
    return Integer.parseInt(String.valueOf(line).substring(PORT_LINE.length()));
  }

  private static void get(int port, String path, int status) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  /** All that came, since a minute may have begun in between. */
  private List<MetricPoint> points() {
    return store.trips().stream().flatMap(trip -> trip.points().stream()).toList();
  }

  private String port(Inlet inlet) {
    return String.valueOf(agent.ports().get(inlet));
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

  private List<String> problems() {
    return store.trips().stream()
        .flatMap(trip -> trip.ride().requests().stream())
        .filter(request -> request.problem() != null)
        .map(request -> request.path() + " " + request.problem())
        .toList();
  }
}
