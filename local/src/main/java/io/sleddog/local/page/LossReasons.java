package io.sleddog.local.page;

import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.IntakeRequest;
import java.util.List;
import java.util.function.ToLongFunction;

/** Finds out why something has not arrived, from the forwarder's run and the intake's answers. */
final class LossReasons {
  private static final int EXCERPT = 200;

  private LossReasons() {}

  /**
   * The reason for things of one kind.
   *
   * @param path where things of this kind are sent to
   */
  static LossReason of(Trip trip, String path) {
    List<IntakeRequest> refused =
        trip.refused().stream().filter(request -> request.path().equals(path)).toList();
    if (!refused.isEmpty()) {
      boolean kept = counted(trip, RunCounts::spilled) > counted(trip, RunCounts::replayed);
      return ofAnswer(refused.get(refused.size() - 1), kept);
    }
    boolean failed = trip.ride().deliveries().stream().anyMatch(one -> !one.succeeded());
    if (failed) {
      String answer =
          trip.ride().deliveries().stream()
              .filter(one -> !one.succeeded())
              .map(LossReasons::answer)
              .findFirst()
              .orElse("");
      return new LossReason(
          "SD-FWD-016", "The forwarder failed: " + answer, "See its run and its own log lines.");
    }
    if (counted(trip, RunCounts::leftOut) > 0) {
      return new LossReason(
          "SD-FWD-019",
          "A setting of the forwarder leaves it out",
          "See EXCLUDE_AT_MATCH, INCLUDE_AT_MATCH and DD_FORWARD_LOG.");
    }
    return new LossReason(
        "SD-FWD-019",
        "The forwarder sent nothing for it",
        "A filter or switch may drop it (EXCLUDE_AT_MATCH, INCLUDE_AT_MATCH, DD_FORWARD_LOG), or"
            + " the line is not of the format.");
  }

  private static String answer(Delivery delivery) {
    String text = delivery.forwarder().invocation().payload().text();
    return text.length() > EXCERPT ? text.substring(0, EXCERPT) + " …" : text;
  }

  private static long counted(Trip trip, ToLongFunction<RunCounts> count) {
    return trip.ride().deliveries().stream().map(RunCounts::of).mapToLong(count).sum();
  }

  private static LossReason ofAnswer(IntakeRequest request, boolean kept) {
    int status = request.status();
    String what =
        status == 0
            ? "The connection to " + request.path() + " was cut"
            : "The intake answered " + status + " to " + request.path();
    return kept
        ? new LossReason(
            "SD-FWD-020",
            what + ", and the forwarder keeps it",
            "It is not lost: mend the intake, then send again what the forwarder keeps.")
        : new LossReason("SD-INTAKE-" + status, what, remedy(status));
  }

  private static String remedy(int status) {
    return switch (status) {
      case 400 -> "The intake could not read it: look at the request's body.";
      case 401, 403 -> "Set an API key of this site: DD_API_KEY and DD_SITE belong together.";
      case 413 -> "The batch is too large for the intake: a single item must stay below 1 MB.";
      default -> "The forwarder tries again and then spills; mend the intake and replay.";
    };
  }
}
