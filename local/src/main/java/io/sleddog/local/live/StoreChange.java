package io.sleddog.local.live;

import java.util.List;

/**
 * One change of the store.
 *
 * @param trip what is new or has changed
 * @param gone the request ids of what had to make room
 */
public record StoreChange(Trip trip, List<String> gone) {
  /** Copies the list. */
  public StoreChange {
    gone = List.copyOf(gone);
  }
}
