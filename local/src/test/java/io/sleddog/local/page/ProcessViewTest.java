package io.sleddog.local.page;

import static io.sleddog.local.testing.ProcessRequests.metrics;
import static io.sleddog.local.testing.ProcessRequests.span;
import static io.sleddog.local.testing.ProcessRequests.traces;
import static io.sleddog.local.testing.ProcessRequests.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.live.ProcessRides;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessViewTest {
  private final TripStore store = new TripStore(10_000_000);

  @Test
  void detail_aTrace_hasHostAndLanguageAndNothingOfAFunction() {
    ObjectNode detail = DetailView.of(taken(traces(span("web", 1, 1, 0, false))));

    assertThat(detail.path("kind").asText()).isEqualTo("process");
    assertThat(detail.path("trigger").asText()).isEqualTo("dd-trace");
    assertThat(detail.path("host").asText()).isEqualTo("laptop");
    assertThat(detail.path("env").asText()).isEqualTo("dev");
    assertThat(detail.path("language").asText()).isEqualTo("java");
    assertThat(detail.path("memoryMb").isNull()).isTrue();
    assertThat(detail.path("billedMs").isNull()).isTrue();
    assertThat(detail.path("durationMs").asDouble()).isEqualTo(20);
  }

  @Test
  void detail_metricsAlone_takeTheirTags() {
    MetricPoint point = new MetricPoint("a", 1, 2, List.of("host:box", "env:dev", "plain"));
    ObjectNode detail = DetailView.of(taken(metrics(point)));

    assertThat(detail.path("host").asText()).isEqualTo("box");
    assertThat(detail.path("traceId").isNull()).isTrue();
  }

  @Test
  void row_metricsAlone_haveNoDurationAndNoMemory() {
    assertThat(RowView.row(taken(metrics(new MetricPoint("a", 1, 2, List.of())))).toString())
        .contains(
            "\"dogstatsd\",\"dogstatsd\",\"ok\",1700002800000,null,null,null,null,null,0,0,1");
  }

  @Test
  void findings_whatCannotBeRead_isNamedOnce() {
    taken(unreadable("/v0.4/traces", 400, "the body must be a list"));
    ObjectNode findings = new FindingView(store, new RecordingActions()).findings();

    assertThat(findings.path("findings")).hasSize(1);
    assertThat(findings.at("/findings/0/rule").asText()).isEqualTo("SD-AGENT-400");
    assertThat(findings.at("/findings/0/evidence").asText())
        .isEqualTo("dd-trace: PUT /v0.4/traces: the body must be a list");
  }

  @Test
  void forwarderSums_requestsToTheAgent_areNotTheForwarders() {
    taken(traces(span("web", 1, 1, 0, false)));

    ObjectNode sums = new ForwarderView(store).sums();
    assertThat(sums.path("requests").asInt()).isZero();
    assertThat(sums.path("spans").asInt()).isEqualTo(1);
  }

  private Trip taken(IntakeRequest request) {
    new ProcessRides(store).take(request);
    return store.trips().get(0);
  }
}
