package io.sleddog.local.live;

import static io.sleddog.local.testing.ProcessRequests.log;
import static io.sleddog.local.testing.ProcessRequests.metrics;
import static io.sleddog.local.testing.ProcessRequests.span;
import static io.sleddog.local.testing.ProcessRequests.traces;
import static io.sleddog.local.testing.ProcessRequests.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.ProcessRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessRidesTest {
  private final TripStore store = new TripStore(10_000_000);
  private final ProcessRides rides = new ProcessRides(store);

  @Test
  void take_twoTracesInARequest_areTwoRidesThatWaitForNothing() {
    rides.take(traces(span("web", 1, 1, 0, false), span("web", 2, 2, 0, false)));

    assertThat(names()).containsExactly("web", "web");
    assertThat(store.trips())
        .extracting(Trip::ride)
        .allMatch(Ride::direct)
        .noneMatch(Ride::waiting);
    assertThat(store.trips()).extracting(trip -> trip.spans().size()).containsExactly(1, 1);
    assertThat(store.trips()).extracting(Trip::lost).containsOnly(0);
    assertThat(bodies()).containsExactly(1, 0);
  }

  @Test
  void take_restOfATrace_joinsItsRide() {
    rides.take(traces(span("web", 1, 2, 1, false)));
    rides.take(traces(span("web", 1, 1, 0, false)));

    assertThat(names()).containsExactly("web");
    assertThat(only().spans()).extracting(Span::spanId).containsExactly(1L, 2L);
    assertThat(only().number()).isEqualTo(1);
  }

  @Test
  void take_callOfADatabaseFirst_isNamedByTheProcess() {
    Span call = span("postgres", 1, 2, 1, false);
    Map<String, String> meta = new HashMap<>(call.meta());
    meta.put("_dd.base_service", "web");
    rides.take(traces(withMeta(call, meta)));

    assertThat(names()).containsExactly("web");
  }

  @Test
  void take_emptyBaseService_isNamedByItsSpan() {
    Span span = span("py-web", 1, 2, 1, false);
    Map<String, String> meta = new HashMap<>(span.meta());
    meta.put("_dd.base_service", "");
    rides.take(traces(withMeta(span, meta)));

    assertThat(names()).containsExactly("py-web");
  }

  @Test
  void take_logOfATrace_joinsItsRideWhicheverComesFirst() {
    rides.take(log("before", 1));
    rides.take(traces(span("web", 1, 1, 0, false)));
    rides.take(log("after", 1));

    assertThat(only().logs()).hasSize(2);
    assertThat(only().spans()).hasSize(1);
  }

  @Test
  void take_traceOfTwoServices_isARideForEach() {
    rides.take(traces(span("web", 1, 1, 0, false)));
    rides.take(traces(span("stock", 1, 2, 1, false)));

    assertThat(names()).containsExactly("web", "stock");
  }

  @Test
  void take_metrics_areARideOfTheirServiceAndMinute() {
    MetricPoint own = new MetricPoint("a", 1, 2, List.of("env:dev", "service:web"));
    MetricPoint nobodys = new MetricPoint("b", 1, 2, List.of());
    rides.take(metrics(own, nobodys));
    rides.take(metrics(own));
    rides.take(aMinuteLater(metrics(own)));

    assertThat(names()).containsExactly("web", "dogstatsd", "web");
    assertThat(store.trips().get(0).points()).containsExactly(own, own);
  }

  @Test
  void take_failedTopSpan_isAnErrorWithItsType() {
    rides.take(traces(span("web", 1, 1, 0, true), span("web", 1, 2, 1, false)));

    Invocation invocation = only().ride().execution().invocation();
    assertThat(invocation.succeeded()).isFalse();
    assertThat(invocation.errorType()).isEqualTo("java.io.IOException");
    assertThat(invocation.payload().text()).contains("no route");
  }

  @Test
  void take_failedInnerSpan_isNone() {
    rides.take(traces(span("web", 1, 1, 0, false), span("web", 1, 2, 1, true)));

    assertThat(only().ride().execution().invocation().succeeded()).isTrue();
  }

  @Test
  void take_unreadable_isKeptAsAFailure() {
    rides.take(unreadable("/v0.4/traces", 400, "the body must be a list"));

    assertThat(names()).containsExactly("dd-trace");
    assertThat(only().ride().execution().invocation().errorType()).isEqualTo("refused");
    assertThat(only().refused()).hasSize(1);
  }

  @Test
  void take_nothing_leavesNothing() {
    rides.take(traces());

    assertThat(store.trips()).isEmpty();
  }

  @Test
  void take_moreThanIsKept_givesUpTheOldest() {
    TripStore small = new TripStore(20_000);
    ProcessRides into = new ProcessRides(small);
    for (int i = 1; i <= 100; i++) {
      into.take(traces(span("web", i, i, 0, false)));
    }

    assertThat(small.trips()).hasSizeBetween(5, 25);
    assertThat(small.evicted().byFunction()).containsKey("web");
  }

  private Trip only() {
    assertThat(store.trips()).hasSize(1);
    return store.trips().get(0);
  }

  private List<String> names() {
    return store.trips().stream().map(trip -> trip.ride().function().name()).toList();
  }

  private List<Integer> bodies() {
    return store.trips().stream()
        .map(trip -> trip.ride().requests().get(0).body())
        .map(Payload::size)
        .toList();
  }

  private static Span withMeta(Span span, Map<String, String> meta) {
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.service(),
        span.name(),
        span.resource(),
        span.type(),
        span.startNanos(),
        span.durationNanos(),
        span.error(),
        meta,
        span.metrics(),
        span.priority());
  }

  private static IntakeRequest aMinuteLater(IntakeRequest request) {
    Contents contents = request.contents();
    return new IntakeRequest(
        ProcessRequests.RECEIVED + 60_000,
        request.method(),
        request.path(),
        request.headers(),
        1,
        request.body(),
        200,
        contents,
        null);
  }
}
