package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Rides;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossReasonsTest {
  private static LossReason reason(Ride ride) {
    return LossReasons.of(Trip.of(1, ride), LossReason.LOGS);
  }

  /** With a run of the forwarder that ended so and left this line. */
  private static Ride with(Ride ride, InvocationStatus status, String answer, String line) {
    Execution run = Executions.of(Executions.answered(status, answer), line);
    Delivery delivery = new Delivery(ride.execution().stream(), ride.execution().events(), run);
    return new Ride(ride.function(), ride.execution(), List.of(delivery), ride.requests());
  }

  private static Ride nothingArrived() {
    return Rides.with("orders", 1, List.of("{\"traces\":[[{\"trace_id\":\"1\"}]]}"), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | SD-INTAKE-400 | The intake answered 400 to /api/v2/logs | look at the request",
        "403 | SD-INTAKE-403 | The intake answered 403 to /api/v2/logs | DD_API_KEY and DD_SITE",
        "413 | SD-INTAKE-413 | The intake answered 413 to /api/v2/logs | below 1 MB",
        "503 | SD-INTAKE-503 | The intake answered 503 to /api/v2/logs | mend the intake",
        "0 | SD-INTAKE-0 | The connection to /api/v2/logs was cut | mend the intake",
      })
  void of_refused_isTheIntakesAnswer(int status, String rule, String what, String remedy) {
    LossReason reason = reason(Rides.refused("orders", 1, status));

    assertThat(reason.rule()).isEqualTo(rule);
    assertThat(reason.what()).isEqualTo(what);
    assertThat(reason.remedy()).contains(remedy);
  }

  @Test
  void of_refusedAndKept_isNotLost() {
    Ride kept =
        with(
            Rides.refused("orders", 1, 503),
            InvocationStatus.SUCCESS,
            "null",
            "forwarder request_id=r logs_stored=4");

    assertThat(reason(kept).rule()).isEqualTo("SD-FWD-020");
    assertThat(reason(kept).what())
        .isEqualTo("The intake answered 503 to /api/v2/logs, and the forwarder keeps it");
  }

  @Test
  void of_runThatFailed_tellsItsAnswerWithinLimits() {
    Ride failed = with(nothingArrived(), InvocationStatus.ERROR, "x".repeat(300), "");

    assertThat(reason(failed).rule()).isEqualTo("SD-FWD-016");
    assertThat(reason(failed).what()).isEqualTo("The forwarder failed: " + "x".repeat(200) + " …");
  }

  @Test
  void of_filtered_namesTheSettings() {
    Ride filtered =
        with(
            nothingArrived(),
            InvocationStatus.SUCCESS,
            "null",
            "forwarder request_id=r logs_filtered=1");

    assertThat(reason(filtered).what()).isEqualTo("A setting of the forwarder leaves it out");
  }

  @Test
  void of_nothingKnown_saysWhatMayBe() {
    assertThat(reason(nothingArrived()).rule()).isEqualTo("SD-FWD-019");
    assertThat(reason(nothingArrived()).remedy()).contains("not of the format");
  }
}
