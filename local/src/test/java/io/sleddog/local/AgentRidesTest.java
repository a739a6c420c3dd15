package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Rides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentRidesTest {
  @Test
  void of_twoTraces_areTwoTripsThatWaitForNothing() {
    Span one = Rides.span(1, 1, 0, "web", Map.of());
    Span two = Rides.span(2, 2, 0, "web", Map.of());
    List<Ride> rides =
        AgentRides.of(request(new Contents(List.of(one, two), List.of(), List.of())));

    assertThat(rides).hasSize(2).noneMatch(Ride::waiting).allMatch(Ride::direct);
    assertThat(Trip.of(1, rides.get(1)).spans()).containsExactly(two);
    assertThat(Trip.of(1, rides.get(1)).lost()).isZero();
  }

  @Test
  void of_points_areATripOfTheAgent() {
    MetricPoint point = new MetricPoint("a", 1, 2, List.of());
    Ride ride = AgentRides.of(request(new Contents(List.of(), List.of(point), List.of()))).get(0);

    assertThat(ride.function().name()).isEqualTo("agent");
    assertThat(Trip.of(1, ride).points()).containsExactly(point);
  }

  @Test
  void of_nothing_isNoTrip() {
    assertThat(AgentRides.of(request(Contents.NONE))).isEmpty();
  }

  private static IntakeRequest request(Contents contents) {
    return new IntakeRequest(
        1, "PUT", "/v0.4/traces", Map.of(), 1, Payload.of("x"), 200, contents, null);
  }
}
