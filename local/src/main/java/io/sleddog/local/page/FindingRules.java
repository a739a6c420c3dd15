package io.sleddog.local.page;

import io.sleddog.local.live.Trip;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The causes of silence that one can see on this machine, in the order of the data's way. */
final class FindingRules {
  private static final double NEAR = 0.9;
  private static final int EXCERPT = 160;

  static final List<Finding.Rule> ALL =
      List.of(
          LineFindings::damaged,
          LineFindings::tooLong,
          LineFindings::untimely,
          SettingFindings::notWritten,
          SettingFindings::extension,
          FindingRules::died,
          FindingRules::noTrace,
          FindingRules::unsampled,
          FindingRules::lost,
          FindingRules::memory,
          FindingRules::time);

  /** Those for what a process sent by itself. */
  static final List<Finding.Rule> DIRECT =
      List.of(FindingRules::unreadable, FindingRules::unsampled);

  private FindingRules() {}

  private static @Nullable Finding unreadable(Trip trip) {
    return trip.ride().requests().stream()
        .filter(request -> request.problem() != null)
        .map(
            request ->
                new Finding(
                    request.accepted() ? "SD-AGENT-202" : "SD-AGENT-" + request.status(),
                    request.accepted() ? "warning" : "problem",
                    "A process sends what an agent cannot read",
                    request.method() + " " + request.path() + ": " + excerpt(request.problem()),
                    "Datadog's agent would drop it too: see the request, and what the client's"
                        + " version sends."))
        .findFirst()
        .orElse(null);
  }

  static String excerpt(@Nullable String text) {
    String whole = String.valueOf(text);
    return whole.substring(0, Math.min(EXCERPT, whole.length()));
  }

  private static @Nullable Finding noTrace(Trip trip) {
    boolean wrote =
        trip.ride().execution().events().stream()
            .anyMatch(event -> LineKind.of(event.message()) == LineKind.TRACE);
    if (wrote || died(trip) != null) {
      return null;
    }
    return new Finding(
        "SD-FN-004",
        "warning",
        "The function writes no trace",
        "No line of the invocation is a trace line",
        "Is the layer there and DD_LAMBDA_HANDLER set, DD_TRACE_ENABLED not false? A function that"
            + " died wrote nothing: see its last lines.");
  }

  private static @Nullable Finding died(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    String how =
        switch (invocation.status()) {
          case SUCCESS, ERROR -> "";
          case TIMEOUT -> "Its time was up";
          case CRASH -> "Its process ended: " + excerpt(invocation.errorType());
        };
    return how.isEmpty()
        ? null
        : new Finding(
            "SD-FN-024",
            "problem",
            "The function ended before it was done",
            how + "; " + excerpt(invocation.payload().text()),
            "Give it more time or memory, or mend what it could not load. What it had not written"
                + " by then is lost.");
  }

  private static @Nullable Finding unsampled(Trip trip) {
    List<Span> spans = trip.spans();
    boolean none =
        !spans.isEmpty()
            && spans.stream().allMatch(one -> one.priority() != null && one.priority() <= 0);
    if (!none) {
      return null;
    }
    return new Finding(
        "SD-FN-022",
        "note",
        "Its trace would not be kept",
        "The sampling priority is " + spans.get(0).priority(),
        "The caller decided so in its headers; raise the sampling rate there.");
  }

  private static @Nullable Finding lost(Trip trip) {
    if (trip.lost() == 0) {
      return null;
    }
    String path = trip.ledger().spans().complete() ? LossReason.LOGS : LossReason.TRACES;
    LossReason reason = LossReasons.of(trip, path);
    String evidence = trip.lost() + " of what it wrote did not arrive";
    return new Finding(reason.rule(), "problem", reason.what(), evidence, reason.remedy());
  }

  private static @Nullable Finding memory(Trip trip) {
    int used = trip.ride().execution().invocation().maxMemoryMb();
    int size = trip.ride().function().memoryMb();
    if (used < NEAR * size) {
      return null;
    }
    return new Finding(
        "SD-FN-024",
        "warning",
        "The function is close to its memory",
        "Max Memory Used " + used + " MB of " + size + " MB",
        "Give it more memory: it gets more processor with it and may cost no more.");
  }

  private static @Nullable Finding time(Trip trip) {
    long took = trip.ride().execution().invocation().timing().duration().toMillis();
    long limit = trip.ride().function().timeout().toMillis();
    if (took < NEAR * limit) {
      return null;
    }
    return new Finding(
        "SD-FN-018",
        "warning",
        "The function is close to its time limit",
        took + " ms of " + limit + " ms",
        "Raise the timeout, or see in the trace what takes so long.");
  }
}
