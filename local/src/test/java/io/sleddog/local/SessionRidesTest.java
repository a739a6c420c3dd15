package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Rides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two invocations whose lines went to the forwarder at once, so that requests have both. */
class SessionRidesTest {
  private final Ride first = Rides.ok("orders", 1);
  private final Ride second = Rides.ok("orders", 2);

  @Test
  void of_twoInOneRequest_eachHasItsOwnAndTheBodyStandsOnce() {
    List<Ride> rides = SessionRides.of(session(202), Map.of("orders", Rides.spec("orders")));

    assertThat(rides).extracting(Ride::id).containsExactly(Rides.id(1), Rides.id(2));
    for (int i = 0; i < 2; i++) {
      Trip trip = Trip.of(i + 1, rides.get(i));
      assertThat(trip.lost()).isZero();
      assertThat(trip.spans()).extracting(span -> span.traceId()).containsOnly(i + 1L);
      assertThat(trip.logs()).hasSize(4);
      assertThat(trip.points()).extracting(point -> point.value()).containsExactly(i + 1.0);
    }
    assertThat(rides.get(0).requests()).allMatch(request -> request.body().size() > 0);
    assertThat(rides.get(1).requests()).allMatch(request -> request.body().size() == 0);
    assertThat(rides.get(0).function().handler()).isEqualTo("com.acme.Orders");
  }

  @Test
  void of_refusedRequests_areInOneRideAndTheLossInBoth() {
    List<Ride> rides = SessionRides.of(session(503), Map.of());

    assertThat(rides.get(0).requests()).hasSize(3);
    assertThat(rides.get(1).requests()).isEmpty();
    assertThat(rides).allMatch(ride -> Trip.of(1, ride).lost() > 0);
    assertThat(rides.get(0).function().name()).isEqualTo("orders");
  }

  @Test
  void of_neverDelivered_hasNoRequests() {
    Session session = new Session(List.of(first.execution()), List.of(), first.requests());

    assertThat(SessionRides.of(session, Map.of()).get(0).requests()).isEmpty();
  }

  private Session session(int status) {
    List<Execution> executions = List.of(first.execution(), second.execution());
    List<LogEvent> events = new ArrayList<>();
    executions.forEach(execution -> events.addAll(execution.events()));
    Delivery both =
        new Delivery(first.execution().stream(), events, Executions.of("sleddog-forwarder", "{}"));
    List<IntakeRequest> requests = new ArrayList<>();
    for (int i = 0; i < first.requests().size(); i++) {
      requests.add(joined(first.requests().get(i), second.requests().get(i), status));
    }
    return new Session(executions, List.of(both), requests);
  }

  private static IntakeRequest joined(IntakeRequest one, IntakeRequest other, int status) {
    Contents contents = status == 202 ? joined(one.contents(), other.contents()) : Contents.NONE;
    return new IntakeRequest(
        one.receivedAtMillis(),
        "POST",
        one.path(),
        one.headers(),
        7,
        Payload.of("body"),
        status,
        contents,
        null);
  }

  private static Contents joined(Contents one, Contents other) {
    return new Contents(
        joined(one.spans(), other.spans()),
        joined(one.points(), other.points()),
        joined(one.logs(), other.logs()));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
