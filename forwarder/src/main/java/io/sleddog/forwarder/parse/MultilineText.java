package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.pattern.TextPattern;
import io.sleddog.forwarder.pattern.TooSlowException;
import java.io.IOException;

/**
 * Joins lines to logs: each begins with a line that matches the user's pattern at its start. A text
 * whose first line does not match is split into lines.
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
    new Lines(window).parse(false, line -> add(line, logs));
    flush(logs);
  }

  private void add(Slice line, SliceSink logs) throws IOException {
    boolean begins = begins(line.text());
    joins |= first && begins;
    first = false;
    boolean full = log.size() + line.length() > Lines.MOST;
    if (!joins || begins || full) {
      flush(logs);
    }
    if (log.size() > 0) {
      log.write('\n');
    }
    log.write(line.array(), line.offset(), line.length());
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
    if (log.size() > 0) {
      logs.accept(new Slice(log.array(), 0, log.size()));
      log.truncate(0);
    }
  }
}
