package io.sleddog.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one documented way to pass a trace on, with the HTTP clients that functions use. */
@Timeout(60)
class HttpClientsTest {
  private static final String EVENT =
      "{\"headers\":{\"traceparent\":\"00-6553f1000000000000000000000000aa-00000000000000bb-01\","
          + "\"baggage\":\"user.id=7\"}}";

  private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();
  private final RecordingSink sink = new RecordingSink();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);

  HttpClientsTest() throws IOException {
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void okHttp_withTraceHeaders_carriesTheTraceOn() throws Exception {
    OkHttpClient client = new OkHttpClient();
    Headers headers =
        inSpan(
            () -> {
              Request.Builder request = new Request.Builder().url(address().toURL());
              Telemetry.traceHeaders().forEach(request::header);
              try (Response response = client.newCall(request.build()).execute()) {
                return response.code();
              }
            });
    assertCarriesTheTrace(headers);
  }

  @Test
  void okHttp_withAnInterceptor_carriesTheTraceOfEachCall() throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request.Builder request = chain.request().newBuilder();
                  Telemetry.traceHeaders().forEach(request::header);
                  return chain.proceed(request.build());
                })
            .build();
    Headers headers =
        inSpan(
            () -> {
              Request request = new Request.Builder().url(address().toURL()).build();
              try (Response response = client.newCall(request).execute()) {
                return response.code();
              }
            });
    assertCarriesTheTrace(headers);
  }

  @Test
  void jdksClient_withTraceHeaders_carriesTheTraceOn() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    Headers headers =
        inSpan(
            () -> {
              HttpRequest.Builder request = HttpRequest.newBuilder(address());
              Telemetry.traceHeaders().forEach(request::setHeader);
              return client.send(request.build(), BodyHandlers.discarding()).statusCode();
            });
    assertCarriesTheTrace(headers);
  }

  @Test
  void urlConnection_withTraceHeaders_carriesTheTraceOn() throws Exception {
    Headers headers =
        inSpan(
            () -> {
              HttpURLConnection request = (HttpURLConnection) address().toURL().openConnection();
              Telemetry.traceHeaders().forEach(request::setRequestProperty);
              return request.getResponseCode();
            });
    assertCarriesTheTrace(headers);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/menu");
  }

  /** Calls within a span {@code call} of an invocation. */
  private Headers inSpan(SpanWork<Integer, Exception> call) throws Exception {
    RecordingWarnings warnings = new RecordingWarnings();
    Instrumentation function =
        new Instrumentation(
            new Environment(Map.of(), warnings), warnings, new FakeClock(), sink, 1);
    Observation observation = requireNonNull(function.begin(Json.parse(EVENT), new FakeContext()));
    assertThat(Telemetry.<Integer, Exception>inSpan("call", call)).isEqualTo(204);
    observation.end(Json.MISSING);
    return requireNonNull(received.poll(20, TimeUnit.SECONDS));
  }

  private void assertCarriesTheTrace(Headers headers) {
    Json span = Json.parse(sink.lines().get(1)).get("traces").first().first().next();
    assertThat(span.get("name").text()).isEqualTo("call");
    String spanId = requireNonNull(span.get("span_id").text());
    assertThat(headers.getFirst("traceparent"))
        .isEqualTo("00-6553f1000000000000000000000000aa-" + spanId + "-01");
    assertThat(headers.getFirst("x-datadog-trace-id")).isEqualTo("170");
    assertThat(headers.getFirst("x-datadog-parent-id"))
        .isEqualTo(Long.toUnsignedString(Long.parseUnsignedLong(spanId, 16)));
    assertThat(headers.getFirst("x-datadog-sampling-priority")).isEqualTo("1");
    assertThat(headers.getFirst("x-datadog-tags")).contains("_dd.p.tid=6553f10000000000");
    assertThat(headers.getFirst("baggage")).isEqualTo("user.id=7");
  }
}
