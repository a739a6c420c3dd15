package io.sleddog.cli.replay;

import io.sleddog.cli.subject.SubscriptionEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events are sent again, and as what.
 *
 * @param since from when on; all if empty
 * @param limit how many objects or lines at most
 * @param source whose lines they are, for lines that come without that
 * @param now the time of lines that have none
 */
public record Choice(
    Optional<Instant> since, int limit, SubscriptionEvent.Source source, Instant now) {
  /** Whether something of that time is wanted. */
  boolean isRecent(Instant time) {
    return since.filter(time::isBefore).isEmpty();
  }
}
