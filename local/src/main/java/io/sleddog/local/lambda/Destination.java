package io.sleddog.local.lambda;

import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Payload;

/** A function that takes what a subscription delivers. */
public interface Destination {
  /**
   * Invokes it and waits for its end.
   *
   * @throws InterruptedException if the calling thread was interrupted meanwhile
   */
  Execution invoke(Payload event) throws InterruptedException;
}
