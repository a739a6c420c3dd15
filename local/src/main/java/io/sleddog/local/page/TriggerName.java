package io.sleddog.local.page;

import io.sleddog.local.live.ProcessRide;
import io.sleddog.local.live.Trip;
import io.sleddog.local.session.TriggerLabel;

/**
 * What started an invocation, by the function's span; by the look of the event if there is none.
 * For what a process sent by itself, the way it came.
 */
final class TriggerName {
  private static final String TAG = "function_trigger.event_source";

  private TriggerName() {}

  static String of(Trip trip) {
    if (trip.ride().direct()) {
      return ProcessRide.way(trip.ride().requests().get(0).path());
    }
    return trip.spans().stream()
        .filter(span -> span.meta().containsKey(TAG))
        .map(span -> span.meta().get(TAG))
        .findFirst()
        .orElseGet(() -> TriggerLabel.of(trip.ride().execution().invocation().event()));
  }
}
