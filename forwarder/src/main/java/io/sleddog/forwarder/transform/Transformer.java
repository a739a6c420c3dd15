package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Applies the user's patterns to logs. They run on RE2/J, whose time grows with the text and never
 * faster, so that no pattern and no log can stop the forwarder.
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
    if (filter != null && !filter.keeps(record)) {
      counters.add(Count.LOGS_FILTERED, 1);
      return null;
    }
    return scrubber == null ? record : scrubber.scrub(record);
  }
}
