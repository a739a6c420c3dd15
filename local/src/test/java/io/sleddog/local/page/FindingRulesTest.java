package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Rides;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
  @Test
  void rules_aRideThatWentWell_findNothing() {
    assertThat(rules(Rides.ok("orders", 1))).isEmpty();
  }

  @Test
  void damagedLine_prefixByALogger_isNamedWithTheLine() {
    Ride ride =
        Rides.with("orders", 1, List.of("INFO {\"traces\":[[{\"trace_id\":1}]]}"), List.of());

    assertThat(rules(ride)).containsExactly("SD-LINE-023", "SD-FN-004");
  }

  @Test
  void noTrace_functionThatWritesNone_isAWarning() {
    assertThat(rules(Rides.with("orders", 1, List.of("hello"), List.of())))
        .containsExactly("SD-FN-004");
  }

  @Test
  void unsampled_priorityZero_isANote() {
    Span span = Rides.span(1, 1, 0, "aws.lambda", Map.of());
    Span dropped =
        new Span(
            1,
            1,
            0,
            span.service(),
            span.name(),
            "r",
            "",
            span.startNanos(),
            1,
            0,
            Map.of(),
            Map.of(),
            0);
    String line = "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"1\"}]]}";

    assertThat(rules(Rides.with("orders", 1, List.of(line), List.of(dropped))))
        .containsExactly("SD-TRACE-022");
  }

  @Test
  void lost_allRefused_namesTheAnswer() {
    assertThat(rules(Rides.refused("orders", 1, 503))).containsExactly("SD-INTAKE-503");
    assertThat(rules(Rides.refused("orders", 1, 0))).containsExactly("SD-INTAKE-0");
  }

  @Test
  void lost_nothingRefused_blamesTheForwardersFilters() {
    String line = "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"1\"}]]}";

    assertThat(rules(Rides.with("orders", 1, List.of(line), List.of())))
        .containsExactly("SD-FWD-019");
  }

  @Test
  void limits_nearMemoryAndTime_areWarnings() {
    Ride ride = Rides.ok("orders", 1);
    Ride tight =
        new Ride(
            ride.function().withLimits(130, Duration.ofMillis(25)),
            ride.execution(),
            ride.deliveries(),
            ride.requests());

    assertThat(rules(tight)).containsExactly("SD-FN-024", "SD-FN-018");
  }

  private static List<String> rules(Ride ride) {
    Trip trip = Trip.of(1, ride);
    return FindingRules.ALL.stream()
        .map(rule -> rule.look(trip))
        .filter(Objects::nonNull)
        .map(Finding::rule)
        .toList();
  }
}
