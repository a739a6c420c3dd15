package io.sleddog.forwarder.transform;

import com.google.re2j.Pattern;
import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps logs by patterns: first those to leave out, then those to take. */
final class LineFilter {
  private final @Nullable Pattern exclude;
  private final @Nullable Pattern include;

  LineFilter(String exclude, String include) {
    this.exclude = exclude.isEmpty() ? null : Pattern.compile(exclude);
    this.include = include.isEmpty() ? null : Pattern.compile(include);
  }

  /** Whether a log is kept; its message is looked at, or all of it where it has none. */
  boolean keeps(LogRecord record) throws IOException {
    String subject = record.message() == null ? record.fields().text() : record.messageText();
    if (exclude != null && exclude.matcher(subject).find()) {
      return false;
    }
    return include == null || include.matcher(subject).find();
  }
}
