package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenTelemetry collector whose binary {@code SLEDDOG_TEST_COLLECTOR} names, as a target. */
class CollectorIT {
  private static final String BINARY = System.getenv().getOrDefault("SLEDDOG_TEST_COLLECTOR", "");
  private static final String CONFIG =
      """
      receivers:
        otlp:
          protocols:
            http:
              endpoint: 127.0.0.1:%d
      exporters:
        debug:
          verbosity: detailed
      service:
        telemetry:
          metrics:
            level: none
        pipelines:
          logs: {receivers: [otlp], exporters: [debug]}
          metrics: {receivers: [otlp], exporters: [debug]}
          traces: {receivers: [otlp], exporters: [debug]}
      """;
  private static final String METRIC =
      "{\"m\":\"orders.placed\",\"v\":2.5,\"e\":1583425836,\"t\":[\"plan:pro\"]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"5e6f7d8c9a0b1c2d3e4f5a6b7c8d9e0f\",\"span_id\":\"a\","
          + "\"parent_id\":\"0\",\"service\":\"orders\",\"name\":\"aws.lambda\","
          + "\"resource\":\"orders\",\"type\":\"serverless\",\"start\":1583425836114000000,"
          + "\"duration\":5,\"error\":1,\"meta\":{\"error.message\":\"no stock\"}}]]}";

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "http/json"})
  void handleRequest_realCollector_takesAllThreeKinds(String protocol, @TempDir Path folder)
      throws Exception {
    assumeTrue(!BINARY.isEmpty(), "SLEDDOG_TEST_COLLECTOR is not set: no collector to send to");
    int port = freePort();
    Path config = Files.writeString(folder.resolve("config.yaml"), CONFIG.formatted(port));
    Path output = folder.resolve("output");
    Process collector =
        new ProcessBuilder(BINARY, "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      awaitPort(port, collector);
      send(port, protocol);
    } finally {
      collector.destroy();
      collector.waitFor(20, TimeUnit.SECONDS);
    }

    assertThat(Files.readString(output))
        .contains("Body: Str(plain text)")
        .contains("ExponentialHistogram")
        .contains("-> Name: orders.placed")
        .contains("Trace ID       : 5e6f7d8c9a0b1c2d3e4f5a6b7c8d9e0f")
        .contains("Kind           : Server")
        .contains("Status code    : Error")
        .contains("Status message : no stock")
        .contains("-> faas.name: Str(orders)");
  }

  private static void send(int port, String protocol) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLEDDOG_DATADOG", "false");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port);
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
    byte[] event = Events.cloudWatch("/aws/lambda/orders", "s", "plain text", METRIC, TRACE);
    FakeContext context = new FakeContext();
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
    assertThat(context.logged())
        .contains("logs_forwarded=1 metrics_forwarded=1 traces_forwarded=1");
  }

  private static void awaitPort(int port, Process collector) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end && collector.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException ignored) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos()); // it is still starting
      }
    }
    throw new AssertionError("the collector does not listen");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
