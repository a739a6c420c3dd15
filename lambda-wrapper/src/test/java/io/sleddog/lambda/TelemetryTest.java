package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  @Test
  void span_outsideAnInvocation_doesNothing() {
    try (Span span = Telemetry.startSpan("nothing")) {
      span.tag("a", "b").tag("n", 1).tag("d", 1.5).tag("f", true).service("s").resource("r");
      span.type("t").error(new IllegalStateException());
      assertThat(span.spanId()).isEqualTo("0000000000000000");
      assertThat(span.traceId()).isEqualTo("0".repeat(32));
    }
    assertThat(Telemetry.currentSpan().spanId()).isEqualTo("0000000000000000");
    assertThat(Telemetry.traceHeaders()).isEmpty();
  }

  @Test
  void startSpan_nested_hangsBelowTheCurrentOne() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Nested.class);
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    String trace = function.traces().get(0);
    assertThat(trace).contains("\"inner.parent\":\"outer\"", "\"current.after\":\"function\"");
  }

  @Test
  void inSpan_workThrows_marksTheSpanAndPassesTheSameException() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Lambdas.class);
    assertThat(function.invoke("{}")).isEqualTo("\"same\"");
    Json root = Json.parse(function.traces().get(0)).get("traces").first().first();
    Json adds = root.next();
    Json fails = adds.next();
    assertThat(adds.get("name").text()).isEqualTo("add");
    assertThat(adds.get("meta").get("sum").text()).isNull();
    assertThat(adds.get("metrics").get("sum").integer(0)).isEqualTo(3);
    assertThat(fails.get("error").integer(0)).isEqualTo(1);
    assertThat(fails.get("meta").get("error.type").text()).isEqualTo("java.io.IOException");
    assertThat(fails.get("parent_id").text()).isEqualTo(root.get("span_id").text());
    assertThat(fails.next().get("meta").get("error.message").text()).isEqualTo("no cup");
  }

  @Test
  void propagate_executor_joinsTheSpanThatHandsTheTaskOver() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(ThroughExecutor.class);
    function.invoke("{}");
    Json root = Json.parse(function.traces().get(0)).get("traces").first().first();
    Json outer = root.next();
    Json inner = outer.next();
    assertThat(inner.get("name").text()).isEqualTo("inner");
    assertThat(inner.get("parent_id").text()).isEqualTo(outer.get("span_id").text());
  }

  @Test
  void traceHeaders_sentByClientsOfAnyKind_arrive() throws Exception {
    List<String> arrived = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext(
        "/",
        exchange -> {
          arrived.add(exchange.getRequestHeaders().getFirst("traceparent"));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      FakeContext context = new FakeContext();
      FunctionUnderTest function = new FunctionUnderTest(Calls.class).with(context);
      function.invoke("{\"port\":" + server.getAddress().getPort() + "}");
      assertThat(arrived).hasSize(3).containsOnly(context.seen().get(0).get("traceparent"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void distribution_valuesAndNamesOfNoUse_areDroppedWithOneWarningEach() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(BadPoints.class);
    function.invoke("{}");
    function.invoke("{}");
    assertThat(function.lines()).filteredOn(line -> line.contains("\"m\":\"old\"")).hasSize(2);
    assertThat(function.lines()).noneMatch(line -> line.contains("not.finite"));
    assertThat(function.warnings().messages())
        .containsExactly(
            "points of not.finite are dropped: their value is no finite number",
            "a metric point is dropped: its name has to begin with a letter and have at most 200"
                + " characters",
            "points of old are more than an hour old or ten minutes ahead: they may be refused",
            "a metric point is dropped: its tags are longer than a log line can be");
  }

  @Test
  void countsGaugesEventsAndChecks_whereLinesAreWritten_areLines() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(SaysAll.class);
    function.invoke("{}");
    String layer = "\"dd_lambda_layer:datadog-java21_0.1.0\"]}\n";
    assertThat(function.lines())
        .contains(
            "{\"m\":\"sold\",\"v\":2,\"e\":1700000000,\"t\":[\"a:b\"," + layer,
            "{\"m\":\"queue\",\"v\":0.5,\"e\":1700000000,\"t\":[" + layer,
            "{\"m\":\"grinder\",\"v\":2,\"e\":1700000000,\"t\":[\"a:b\"," + layer,
            "{\"status\":\"ok\",\"message\":\"open\\nthe \\\"door\\\"\","
                + "\"evt\":{\"name\":\"open\"},\"ddtags\":\"a:b,c:d_e\"}\n",
            "{\"status\":\"info\",\"message\":\"\",\"evt\":{\"name\":\"\"},\"ddtags\":\"\"}\n");
    assertThat(function.lines()).anyMatch(line -> line.contains("\"v\":3,"));
    assertThat(function.warnings().messages()).isEmpty();
  }

  @Test
  void spans_givenNull_areWrittenAllTheSame() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(GivesNull.class);
    function.invoke("{}");
    assertThat(function.traces().get(0))
        .contains("\"name\":\"unnamed\",\"resource\":\"unnamed\"")
        .doesNotContain("null");
    assertThat(function.warnings().messages()).isEmpty();
  }

  @Test
  void traceHeaders_inAnInvocation_carryTheCurrentSpan() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Headers.class);
    assertThat(
            function.invoke(
                "{\"headers\":{\"traceparent\":"
                    + "\"00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01\"}}"))
        .isEqualTo("\"same\"");
  }

  @Test
  void wrap_streamHandler_isObservedOnceEvenInsideTheLayer() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(WrapsItself.class);
    assertThat(function.invoke("{}")).isEqualTo("{\"statusCode\":200,\"body\":\"ok\"}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.lines())
        .filteredOn(line -> line.contains("enhanced.invocations"))
        .hasSize(1);
  }

  /** Opens spans one in another and closes them out of order. */
  public static final class Nested extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Span function = Telemetry.currentSpan();
      Span outer = Telemetry.startSpan("outer");
      Span inner = Telemetry.startSpan("inner");
      inner.tag("inner.parent", "outer").tag("n", Double.NaN);
      outer.close();
      inner.close();
      boolean back = Telemetry.currentSpan().spanId().equals(function.spanId());
      function.tag("current.after", back ? "function" : "something else");
      function.close();
      Telemetry.startSpan("left open");
      super.handleRequest(event, response, context);
    }
  }

  /** Points that cannot be of use. */
  public static final class BadPoints extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Telemetry.distribution("not.finite", Double.NaN);
      Telemetry.distribution("not.finite", Double.POSITIVE_INFINITY);
      Telemetry.distribution("", 1);
      Telemetry.distribution("1st", 1);
      Telemetry.distribution("old", 1, Instant.EPOCH, "a:b");
      Telemetry.distribution("huge", 1, "tag:" + "x".repeat(300_000));
      super.handleRequest(event, response, context);
    }
  }

  /** Everything that is not a distribution, with rubbish too. */
  @SuppressWarnings("NullAway") // As code passes null that nobody checks.
  public static final class SaysAll extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Telemetry.count("sold", 2, "a:b", null);
      Telemetry.gauge("queue", 0.5);
      Telemetry.check("grinder", CheckState.CRITICAL, "jam", "a:b");
      Telemetry.check("unknown", null, null, (String[]) null);
      Telemetry.event(EventKind.SUCCESS, "open", "the \"door\"", "a:b", "c:d,e");
      Telemetry.event(null, null, null, (String[]) null);
      super.handleRequest(event, response, context);
    }
  }

  /** Gives null wherever something is taken. */
  @SuppressWarnings("NullAway") // As code passes null that nobody checks.
  public static final class GivesNull extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      try (Span span = Telemetry.startSpan(null)) {
        span.tag(null, "a").tag(null, 1).tag(null, 1.5).tag(null, true).tag("b", (String) null);
        span.service(null).resource(null).type(null).error((Throwable) null);
      }
      Telemetry.startSpan("", null).close();
      super.handleRequest(event, response, context);
    }
  }

  /** Compares the headers with the span. */
  public static final class Headers extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      try (Span call = Telemetry.startSpan("call")) {
        Map<String, String> headers = Telemetry.traceHeaders();
        String parent = "00-" + call.traceId() + "-" + call.spanId() + "-01";
        boolean same = parent.equals(headers.get("traceparent"));
        response.write((same ? "\"same\"" : "\"" + headers + "\"").getBytes(UTF_8));
      }
    }
  }

  /** A function that is wrapped in code and started through the layer as well. */
  public static final class WrapsItself extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      Telemetry.invoke(event, response, context, super::handleRequest);
    }
  }

  /** Works within spans. */
  public static final class Lambdas extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      int sum = Telemetry.inSpan("add", () -> 1 + tagged(2));
      IOException thrown = new IOException("sum " + sum);
      try {
        Telemetry.inSpan("fail", () -> fail(thrown));
      } catch (IOException caught) {
        response.write((caught == thrown ? "\"same\"" : "\"other\"").getBytes(UTF_8));
      }
      Telemetry.inSpan("tell", () -> noted("no cup"));
    }

    private static int tagged(int value) {
      Telemetry.currentSpan().tag("sum", value + 1);
      return value;
    }

    private static String fail(IOException thrown) throws IOException {
      throw thrown;
    }

    private static void noted(String message) {
      Telemetry.currentSpan().error(message);
    }
  }

  /** Goes on with a span on the thread of an executor. */
  public static final class ThroughExecutor extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Executor joined = Telemetry.propagate(pool);
      try (Span outer = Telemetry.startSpan("outer")) {
        outer.tag("a", "b");
        CompletableFuture.runAsync(() -> Telemetry.startSpan("inner").close(), joined).join();
      } finally {
        pool.shutdown();
      }
    }
  }

  /** Sends the headers by three clients. */
  public static final class Calls extends Functions.Ok {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context)
        throws IOException {
      long port = Json.parse(event.readAllBytes()).get("port").integer(0);
      URI address = URI.create("http://127.0.0.1:" + port);
      Map<String, String> headers = Telemetry.traceHeaders();
      ((FakeContext) context).seen().add(headers);
      HttpRequest.Builder ofJava = HttpRequest.newBuilder(address);
      headers.forEach(ofJava::header);
      try {
        HttpClient.newHttpClient().send(ofJava.build(), BodyHandlers.discarding());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      headers.forEach(connection::setRequestProperty);
      connection.getResponseCode();
      HttpGet ofApache = new HttpGet(address);
      headers.forEach(ofApache::setHeader);
      try (CloseableHttpClient client = HttpClients.createDefault()) {
        client.execute(ofApache, answer -> answer.getCode());
      }
    }
  }
}
