package io.sleddog.local.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.agent.Agent;
import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.agent.Inlet;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.ProcessRequests;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpstreamTest {
  private static final IntakeRequest TRACE =
      ProcessRequests.traces(ProcessRequests.span("web", 7, 1, 0, false));

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

  @Test
  void take_aTrace_arrivesAtACollector() {
    List<IntakeRequest> arrived = new CopyOnWriteArrayList<>();
    try (Agent collector = Agent.start(AgentPorts.free(), Clock.systemUTC(), arrived::add)) {
      String url = "http://127.0.0.1:" + collector.ports().get(Inlet.OTLP);
      sendOn(url, "", TRACE);
    }

    assertThat(arrived).hasSize(1);
    assertThat(arrived.get(0).headers()).containsEntry("content-encoding", "gzip");
    assertThat(arrived.get(0).contents().spans()).extracting(Span::service).containsExactly("web");
    assertThat(complaints).isEmpty();
  }

  @Test
  void take_collectorAwayForAMoment_isTriedAgain() {
    statuses.addAll(List.of(503, 429, 200));
    Upstream upstream = sendOnToStub("", TRACE);

    assertThat(upstream.sent()).isEqualTo(1);
    assertThat(keys).containsOnly("none");
    assertThat(complaints).isEmpty();
  }

  @Test
  void take_collectorThatRefuses_isCountedAndTold() {
    statuses.add(400);
    Upstream upstream = sendOnToStub("", TRACE);

    assertThat(upstream.lost()).isEqualTo(1);
    assertThat(complaints)
        .singleElement()
        .asString()
        .startsWith("not sent on: 1 traces (answer 400 at http://127.0.0.1:")
        .endsWith("1 lost so far");
  }

  @Test
  void take_datadog_getsTheKeyAndComplaintsDoNot() {
    statuses.add(403);
    sendOnToStub("secret", TRACE);

    assertThat(keys).containsOnly("secret");
    assertThat(complaints).hasSize(1).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void take_whatTheAgentRefused_isNotSentOn() {
    Upstream upstream =
        sendOnToStub("", ProcessRequests.unreadable("/v0.4/traces", 400, "no list"));

    assertThat(upstream.sent() + upstream.lost()).isZero();
    assertThat(keys).isEmpty();
  }

  private Upstream sendOnToStub(String key, IntakeRequest request) {
    try (LoopbackServer server = LoopbackServer.start(0, this::answer)) {
      return sendOn("http://" + server.authority(), key, request);
    }
  }

  private Upstream sendOn(String url, String key, IntakeRequest request) {
    UpstreamAddress address = new UpstreamAddress(url, key);
    try (Upstream upstream = Upstream.open(address, Map.of("DD_API_KEY", "x"), complaints::add)) {
      upstream.take(request);
      return upstream;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    Exchanges.body(exchange);
    String key = exchange.getRequestHeaders().getFirst("DD-API-KEY");
    keys.add(key == null ? "none" : key);
    Integer status = statuses.poll();
    Exchanges.answer(exchange, status == null ? 200 : status, new byte[0]);
  }
}
