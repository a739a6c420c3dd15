package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.pattern.TextPattern;
import io.sleddog.forwarder.pattern.TooSlowException;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps logs by patterns: first those to leave out, then those to take. */
final class LineFilter {
  private final @Nullable TextPattern exclude;
  private final @Nullable TextPattern include;

  LineFilter(String exclude, String include) {
    this.exclude = exclude.isEmpty() ? null : TextPattern.of(exclude);
    this.include = include.isEmpty() ? null : TextPattern.of(include);
  }

  /** Whether a log is kept; its message is looked at, or all of it where it has none. */
  boolean keeps(LogRecord record, Counters counters) throws IOException {
    String message = record.messageText();
    String subject = message.isEmpty() ? WholeLog.text(record) : message;
    try {
      if (exclude != null && exclude.isIn(subject)) {
        return false;
      }
      return include == null || include.isIn(subject);
    } catch (TooSlowException e) {
      counters.add(Count.PATTERNS_TOO_SLOW, 1);
      return true;
    }
  }
}
