package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.agent.Inlet;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Ride;
import io.sleddog.local.logs.LogText;
import io.sleddog.local.logs.SubscriptionEvents;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.recording.SessionFile;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.PageClient;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The running program, asked as the page asks it. */
@Timeout(180)
class LiveIT {
  private static final int LOST = 14;

  private final Path folder;

  LiveIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private Live live() {
    return new Local(new LocalOptions(folder, List.of(), null)).live(LiveOptions.page(0));
  }

  /** Function, mishap, and the status and error that AWS would report. */
  private static final List<List<String>> MISHAPS =
      List.of(
          List.of("coffee-house", "throw", "error", "java.lang.IllegalArgumentException"),
          List.of("coffee-house", "timeout", "timeout", "Sandbox.Timedout"),
          List.of("coffee-house", "memory", "error", "java.lang.OutOfMemoryError"),
          List.of("queue-worker", "throw", "error", "java.lang.RuntimeException"),
          List.of("queue-worker", "timeout", "timeout", "Sandbox.Timedout"),
          List.of("queue-worker", "memory", "crash", "Runtime.ExitError"));

  @Test
  void mishaps_ofFunctions_areSeenAsOnAws() throws Exception {
    List<List<String>> seen = new ArrayList<>();
    try (Live live = live()) {
      PageClient page = new PageClient(live.link());
      int before = page.awaitArrived(4).size();
      for (List<String> mishap : MISHAPS) {
        String path = "functions/" + mishap.get(0) + "/mishap";
        page.post(path, Json.object().put("kind", mishap.get(1)));
        JsonNode row = page.awaitArrived(before + seen.size() + 1).path(before + seen.size());
        String status = row.path(3).asText();
        seen.add(List.of(row.path(1).asText(), mishap.get(1), status, row.path(9).asText()));
      }
    }
    assertThat(seen).isEqualTo(MISHAPS);
  }

  @Test
  void intakeDown_whatTheForwarderKeeps_arrivesWhenItIsSentAgain() throws Exception {
    try (Live live = live()) {
      PageClient page = new PageClient(live.link());
      int before = page.awaitArrived(4).size();
      page.post("intake", Json.object().put("mode", "status").put("status", 503));
      JsonNode asked = Json.object().put("function", "coffee-house").put("event", "{}");
      page.post("invoke", asked);
      assertThat(page.awaitArrived(before + 1).path(before).path(LOST).asInt()).isPositive();

      JsonNode broken = page.get("forwarder");
      JsonNode loss = page.get("forwarder/losses").path("items").path(0);
      assertThat(broken.path("spilled").asInt()).isPositive();
      assertThat(broken.path("kept").asInt()).isPositive();
      assertThat(broken.path("lost").asInt()).isPositive();
      assertThat(loss.path("reason").asText()).contains("503").endsWith("the forwarder keeps it");

      page.post("intake", Json.object().put("mode", "ok"));
      page.post("forwarder/replay", Json.object());
      page.await(rows -> rows.path(before).path(LOST).asInt() == 0);

      JsonNode mended = page.get("forwarder");
      assertThat(mended.path("kept").asInt()).isZero();
      assertThat(mended.path("lost").asInt()).isZero();
      assertThat(mended.path("replayed")).isEqualTo(mended.path("spilled"));
    }
  }

  @Test
  void bare_noFunctions_showsWhatProcessesSend() throws Exception {
    LiveOptions wanted = new LiveOptions(0, AgentPorts.free(), null, null, null, null);
    try (Live live = new Local(LocalOptions.bare(folder)).live(wanted)) {
      PageClient page = new PageClient(live.link());
      JsonNode session = page.get("session");
      int port = live.agentPorts().getOrDefault(Inlet.TRACES, 0);
      HttpRequest sent =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v0.4/traces"))
              .header("Content-Type", "application/json")
              .PUT(
                  HttpRequest.BodyPublishers.ofString(
                      "[[{\"trace_id\":1,\"span_id\":2,\"service\":\"web\",\"name\":\"a\","
                          + "\"start\":1700000000000000000,\"duration\":5}]]"))
              .build();
      HttpClient.newHttpClient().send(sent, HttpResponse.BodyHandlers.discarding());

      assertThat(session.path("functions")).isEmpty();
      assertThat(session.path("capabilities").toString()).isEqualTo("[\"save\",\"open\"]");
      assertThat(page.awaitArrived(1).path(0).path(1).asText()).isEqualTo("web");
    }
  }

  /** Functions, both agents, OTLP and the log of a function elsewhere, all on the same page. */
  @Test
  void fiveInputs_areTakenByOneProcess() throws Exception {
    LogStream stream = new LogStream("/aws/lambda/elsewhere", "a");
    List<LogEvent> events =
        List.of(
            new LogEvent("1", 1, "START RequestId: r-1 Version: 1\n", null),
            new LogEvent("2", 2, "REPORT RequestId: r-1\tDuration: 1.00 ms\n", null));
    String subscription = SubscriptionEvents.dataMessage(stream, events).text();
    LocalOptions options =
        new LocalOptions(folder, List.of(), null)
            .withLogged(LogText.read(subscription, stream, Instant.EPOCH));
    LiveOptions wanted = new LiveOptions(0, AgentPorts.free(), null, null, null, null);
    try (Live live = new Local(options).live(wanted)) {
      PageClient page = new PageClient(live.link());
      page.awaitArrived(5);

      post(
          live.agentPorts().getOrDefault(Inlet.TRACES, 0) + "/v0.4/traces",
          "[[{\"trace_id\":1,\"span_id\":2,\"service\":\"web\",\"name\":\"a\","
              + "\"start\":1700000000000000000,\"duration\":5}]]");
      post(
          live.agentPorts().getOrDefault(Inlet.OTLP, 0) + "/v1/logs",
          "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
              + "\"value\":{\"stringValue\":\"shop\"}}]},\"scopeLogs\":[{\"logRecords\":"
              + "[{\"body\":{\"stringValue\":\"sold\"}}]}]}]}");
      byte[] metric = "carts:1|c|#service:basket".getBytes(StandardCharsets.UTF_8);
      try (DatagramSocket socket = new DatagramSocket()) {
        InetSocketAddress statsd =
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                live.agentPorts().getOrDefault(Inlet.DOGSTATSD, 0));
        socket.send(new DatagramPacket(metric, metric.length, statsd));
      }

      assertThat(page.awaitArrived(8))
          .extracting(row -> row.path(1).asText())
          .contains("order-service", "elsewhere", "web", "shop", "basket");
      assertThat(page.get("invocations/r-1").path("kind").asText()).isEqualTo("log");
    }
  }

  private static void post(String portAndPath, String json) throws Exception {
    HttpRequest sent =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portAndPath))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpClient.newHttpClient().send(sent, HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void stoppedFunction_takesItsEventsWhenItIsStartedAgain() throws Exception {
    try (Live live = live()) {
      PageClient page = new PageClient(live.link());
      int before = page.awaitArrived(4).size();
      JsonNode nothing = Json.object();
      page.post("functions/coffee-house/stop", nothing);
      page.post("functions/coffee-house/stop", nothing);
      JsonNode asked = Json.object().put("function", "coffee-house").put("event", "{}");
      page.post("invoke", asked);
      page.post("invoke", Json.object().put("function", "queue-worker").put("event", "{}"));

      JsonNode other = page.awaitArrived(before + 1).path(before);
      assertThat(other.path(1).asText()).isEqualTo("queue-worker");
      assertThat(page.get("session").path("stopped").toString()).isEqualTo("[\"coffee-house\"]");

      page.post("functions/coffee-house/start", nothing);
      JsonNode waited = page.awaitArrived(before + 2).path(before + 1);
      assertThat(waited.path(1).asText()).isEqualTo("coffee-house");
      assertThat(waited.path(6).isNumber()).as("a cold start").isTrue();
      assertThat(page.get("session").path("stopped")).isEmpty();
      assertThat(page.post("functions/none/stop", nothing).path("error").asText())
          .isEqualTo("There is no function none");
    }
  }

  @Test
  void record_thenReplay_sendsTheSameEventsAgain() throws Exception {
    Path file = folder.resolve("session.jsonl");
    LocalOptions options = new LocalOptions(folder, List.of(), null);
    try (Live live = new Local(options).live(LiveOptions.page(0).withRecord(file))) {
      new PageClient(live.link()).awaitArrived(4);
    }
    Map<String, List<NamedEvent>> events = new HashMap<>();
    List<Ride> rides = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      SessionFile.read(in, rides::add);
    }
    for (Ride ride : rides) {
      NamedEvent event = new NamedEvent(ride.id(), ride.execution().invocation().event());
      events.computeIfAbsent(ride.function().name(), name -> new ArrayList<>()).add(event);
    }

    Session again = new Local(new LocalOptions(folder, List.of(), null, List.of(), events)).once();

    assertThat(rides).hasSize(4);
    assertThat(again.ok()).isTrue();
    assertThat(again.executions())
        .extracting(one -> one.invocation().event())
        .containsExactlyInAnyOrderElementsOf(
            rides.stream().map(ride -> ride.execution().invocation().event()).toList());
  }
}
