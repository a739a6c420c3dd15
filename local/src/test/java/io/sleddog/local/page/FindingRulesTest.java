package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Rides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingRulesTest {
  @Test
  void rules_aRideThatWentWell_findNothing() {
    assertThat(rules(Rides.ok("orders", 1))).isEmpty();
  }

  @Test
  void damagedLine_prefixByALogger_isNamedWithTheLine() {
    Ride ride =
        Rides.with("orders", 1, List.of("INFO {\"traces\":[[{\"trace_id\":1}]]}"), List.of());

    assertThat(rules(ride)).containsExactly("SD-FN-023", "SD-FN-004");
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
        .containsExactly("SD-FN-022");
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

  @Test
  void settings_thatKeepTelemetryAway_areNamed() {
    Ride ride = Rides.ok("orders", 1);

    assertThat(rules(with(ride, ride.function().withEnvironment(Map.of("DD_FLUSH_TO_LOG", "0")))))
        .containsExactly("SD-FN-005");
    assertThat(
            rules(with(ride, ride.function().withEnvironment(Map.of("DD_TRACE_ENABLED", "False")))))
        .containsExactly("SD-FN-005");
    assertThat(
            rules(with(ride, ride.function().withEnvironment(Map.of("DD_TRACE_ENABLED", "true")))))
        .isEmpty();
    assertThat(
            rules(
                with(
                    ride,
                    ride.function().withLayers(List.of(Path.of("Datadog-Extension-ARM.zip"))))))
        .containsExactly("SD-FN-006");
  }

  private static Ride with(Ride ride, FunctionSpec other) {
    return new Ride(other, ride.execution(), ride.deliveries(), ride.requests());
  }

  @Test
  void tooLong_beyondWhatCloudWatchKeeps_isAWarning() {
    assertThat(rules(Rides.with("orders", 1, List.of("ä".repeat(131_059)), List.of())))
        .containsExactly("SD-FN-004");
    assertThat(rules(Rides.with("orders", 1, List.of("ä".repeat(131_060)), List.of())))
        .containsExactly("SD-FN-023", "SD-FN-004");
  }

  @ParameterizedTest
  @CsvSource({"-3601, true", "-3600, false", "600, false", "601, true"})
  void untimely_valueOfAnotherTime_isAWarning(long seconds, boolean found) {
    long start = Rides.ok("orders", 1).execution().invocation().timing().startedAtMillis() / 1000;
    String line = "{\"m\":\"a.b\",\"v\":1,\"e\":" + (start + seconds) + ",\"t\":[]}";

    assertThat(rules(Rides.with("orders", 1, List.of(line), List.of())).contains("SD-FN-030"))
        .isEqualTo(found);
  }

  @Test
  void died_timeoutOrCrash_isAProblemAndStandsForTheMissingTrace() {
    Ride ride = Rides.with("orders", 1, List.of("hello"), List.of());

    assertThat(rules(ended(ride, InvocationStatus.TIMEOUT))).containsExactly("SD-FN-024");
    assertThat(rules(ended(ride, InvocationStatus.CRASH))).containsExactly("SD-FN-024");
  }

  private static Ride ended(Ride ride, InvocationStatus status) {
    Invocation was = ride.execution().invocation();
    Invocation now =
        new Invocation(
            was.requestId(),
            was.function(),
            was.event(),
            was.payload(),
            status,
            "Runtime.ExitError",
            was.timing(),
            was.maxMemoryMb());
    Execution execution = new Execution(now, ride.execution().stream(), ride.execution().events());
    return new Ride(ride.function(), execution, ride.deliveries(), ride.requests());
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
