package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Applies the user's patterns to logs. A pattern that takes too long for a log leaves it in, and
 * hides what it should have scrubbed.
 */
public final class Transformer {
  private final @Nullable LineFilter filter;
  private final @Nullable Scrubber scrubber;

  /** A transformer; without patterns it does nothing and loads nothing. */
  public Transformer(FilterSettings settings) {
    boolean filters = !settings.exclude().isEmpty() || !settings.include().isEmpty();
    this.filter = filters ? new LineFilter(settings.exclude(), settings.include()) : null;
    this.scrubber = settings.scrubs() ? new Scrubber(settings) : null;
  }

  /** The log as it may leave; null if it is to be left out. */
  public @Nullable LogRecord transform(LogRecord record, Counters counters) throws IOException {
    if (filter != null && !filter.keeps(record, counters)) {
      counters.add(Count.LOGS_FILTERED, 1);
      return null;
    }
    return scrubber == null ? record : scrubber.scrub(record, counters);
  }
}
