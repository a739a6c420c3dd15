package io.sleddog.local.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.local.agent.Agent;
import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.agent.Inlet;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.testing.ProcessRequests;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The OpenTelemetry collector whose binary {@code SLEDDOG_TEST_COLLECTOR} names. */
@Timeout(120)
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
  private static final String STATSD =
      "orders.placed:3|c|#plan:pro,service:web\nqueue.length:1.5|g\norder.value:3:5|d\n"
          + "_e{7,3}:Roaster|hot|t:warning|#service:web";

  @Test
  void take_whatTheAgentGot_realCollectorTakesAllOfIt(@TempDir Path folder) throws Exception {
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
      sendOn("http://127.0.0.1:" + port);
    } finally {
      collector.destroy();
      collector.waitFor(20, TimeUnit.SECONDS);
    }

    assertThat(Files.readString(output))
        .contains("-> service.name: Str(web)")
        .contains("Trace ID       : 00000000000000000000000000000007")
        .contains("Name           : GET /orders")
        .contains("Status message : no route")
        .contains("-> Name: orders.placed", "DataType: Sum", "AggregationTemporality: Delta")
        .contains("-> Name: queue.length", "DataType: Gauge")
        .contains("-> Name: order.value", "ExponentialHistogram")
        .contains("SeverityText: warning", "Body: Str(Roaster\nhot)")
        .doesNotContain("cloud.provider");
  }

  private static void sendOn(String url) throws Exception {
    List<String> complaints = new CopyOnWriteArrayList<>();
    CountDownLatch taken = new CountDownLatch(1);
    UpstreamAddress address = new UpstreamAddress(url, "");
    Upstream upstream = Upstream.open(address, Map.of(), complaints::add);
    try (upstream;
        Agent agent =
            Agent.start(
                AgentPorts.free(), Clock.systemUTC(), request -> take(upstream, request, taken))) {
      upstream.take(ProcessRequests.traces(ProcessRequests.span("web", 7, 2, 1, true)));
      datagram(agent.ports().getOrDefault(Inlet.DOGSTATSD, 0));
      assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(complaints).isEmpty();
    assertThat(upstream.sent()).isEqualTo(6);
  }

  private static void take(Upstream upstream, IntakeRequest request, CountDownLatch taken) {
    upstream.take(request);
    taken.countDown();
  }

  private static void datagram(int port) throws IOException {
    byte[] bytes = STATSD.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
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
