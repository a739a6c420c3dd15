package io.sleddog.local.page;

import io.sleddog.local.live.Trip;
import io.sleddog.local.session.TriggerLabel;

/**
 * What started an invocation, by the function's span; by the look of the event if there is none.
 */
final class TriggerName {
  private static final String TAG = "function_trigger.event_source";

  private TriggerName() {}

  static String of(Trip trip) {
    return trip.spans().stream()
        .filter(span -> span.meta().containsKey(TAG))
        .map(span -> span.meta().get(TAG))
        .findFirst()
        .orElseGet(() -> TriggerLabel.of(trip.ride().execution().invocation().event()));
  }
}
