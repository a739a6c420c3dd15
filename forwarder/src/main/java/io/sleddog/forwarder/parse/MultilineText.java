package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.pattern.TextPattern;
import io.sleddog.forwarder.pattern.TooSlowException;
import java.io.IOException;

/**
 * Joins lines to logs: each begins with a line that matches the user's pattern at its start, and
 * keeps its lines as they stand. A text whose first line that is not empty does not match is split
 * into lines.
 */
final class MultilineText {
  private final TextPattern pattern;
  private final ByteWriter log = new ByteWriter(1024);
  private boolean joins;
  private boolean first = true;

  MultilineText(String pattern) {
    this.pattern = TextPattern.of(pattern);
  }

  void parse(TextWindow window, Envelope envelope, RecordSink records) throws IOException {
    SliceSink logs = text -> records.accept(RawRecords.of(text, envelope));
    new Lines(window).split(line -> add(line, logs));
    flush(logs);
  }

  private void add(Slice line, SliceSink logs) throws IOException {
    if (first && Lines.strip(line).length() == 0) {
      return;
    }
    boolean begins = begins(withoutBreaks(line).text());
    joins |= first && begins;
    first = false;
    boolean full = log.size() + line.length() > Lines.MOST;
    if (!joins || begins || full) {
      flush(logs);
    }
    Slice text = joins ? line : Lines.strip(line);
    log.write(text.array(), text.offset(), text.length());
  }

  /** A line for which the pattern takes too long begins a log, so that it is seen. */
  private boolean begins(String line) {
    try {
      return pattern.begins(line);
    } catch (TooSlowException e) {
      return true;
    }
  }

  private void flush(SliceSink logs) throws IOException {
    Slice text = withoutBreaks(new Slice(log.array(), 0, log.size()));
    if (text.length() > 0) {
      logs.accept(text);
    }
    log.truncate(0);
  }

  private static Slice withoutBreaks(Slice line) {
    int end = line.end();
    while (end > line.offset() && isBreak(line.array()[end - 1])) {
      end--;
    }
    return new Slice(line.array(), line.offset(), end - line.offset());
  }

  private static boolean isBreak(byte c) {
    return c == '\n' || c == '\r' || c == '\f';
  }
}
