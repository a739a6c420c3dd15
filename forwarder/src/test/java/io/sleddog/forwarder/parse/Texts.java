package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as streams, and what the readers of this package make of them. */
final class Texts {
  private Texts() {}

  /** A reader of a text. */
  interface Reader {
    void read(TextWindow window, SliceSink texts, ParseContext context) throws IOException;
  }

  /** What a reader passes on of a text that comes in pieces of so many bytes. */
  static List<String> read(String text, int step, Reader reader) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), step, reader);
  }

  static List<String> read(byte[] text, int step, Reader reader) throws IOException {
    List<String> found = new ArrayList<>();
    ParseContext context = context(record -> found.add(describe(record)));
    reader.read(window(text, step, context), slice -> found.add(slice.text()), context);
    return found;
  }

  /** A context with all the time there is. */
  static ParseContext context(RecordSink records) {
    return new ParseContext(Records.INVOCATION, new Counters(), Deadlines.far(), records);
  }

  static TextWindow window(byte[] text, int step, ParseContext context) {
    return new TextWindow(slow(text, step), context);
  }

  private static String describe(LogRecord record) throws IOException {
    return record.message() == null ? "{" + record.fields().text() + "}" : record.messageText();
  }

  private static InputStream slow(byte[] text, int step) {
    return new ByteArrayInputStream(text) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(step, length));
      }
    };
  }
}
