package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.Warnings;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what did not reach the Agent, and says so once. */
final class Losses {
  private final Warnings warnings;
  private final AtomicLong points = new AtomicLong();
  private final AtomicLong spans = new AtomicLong();

  Losses(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Points, events or checks are lost. */
  void points(int count, @Nullable Exception cause) {
    points.addAndGet(count);
    say("points are lost: the Agent's port for metrics does not take them", cause);
  }

  /** Spans are lost. */
  void spans(int count, @Nullable Exception cause) {
    spans.addAndGet(count);
    say("spans are lost: the Agent's port for traces does not take them", cause);
  }

  /** The Agent does not answer; what waits for it is kept as long as there is room. */
  void away(Exception cause) {
    say("traces wait: the Agent's port for traces does not answer", cause);
  }

  /** One line without a stack: an Agent that is not there is no fault of the code. */
  private void say(String message, @Nullable Exception cause) {
    String why = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
    warnings.say(message + why);
  }

  /** A line, or a list of spans, cannot be written in the Agent's format. */
  void trouble(Object parcel, RuntimeException cause) {
    if (parcel instanceof List) {
      spans.addAndGet(((List<?>) parcel).size());
    } else {
      points.incrementAndGet();
    }
    warnings.say("something for the Agent is not sent", cause);
  }

  /** How many points, events and checks so far. */
  long points() {
    return points.get();
  }

  /** How many spans so far. */
  long spans() {
    return spans.get();
  }
}
