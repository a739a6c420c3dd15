package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Counters;

/**
 * What all deliveries of one invocation share.
 *
 * @param poster sends requests
 * @param senders the threads
 * @param lastResort keeps what is not taken
 * @param counters counts tries and splits
 * @param deadline when everything must be done
 * @param sendDeadline when sending ends, so that there is time left to store
 */
public record DeliveryContext(
    Poster poster,
    Senders senders,
    LastResort lastResort,
    Counters counters,
    Deadline deadline,
    Deadline sendDeadline) {

  /** The same with another last resort. */
  public DeliveryContext withLastResort(LastResort other) {
    return new DeliveryContext(poster, senders, other, counters, deadline, sendDeadline);
  }
}
