package io.sleddog.local.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines that a function writes to its standard streams, each as one record. */
final class LineReader implements Runnable {
  private static final byte[] MARK_HEAD = "\0sleddog-mark:".getBytes(StandardCharsets.US_ASCII);
  private static final int MARK_DIGITS = 12;
  private static final int BUFFER = 1 << 16;

  private final InputStream pipe;
  private final Records records;
  private final Marks marks = new Marks();

  LineReader(InputStream pipe, Records records) {
    this.pipe = new BufferedInputStream(pipe, BUFFER);
    this.records = records;
  }

  /** A line that no program writes, short enough for the kernel to write it in one piece. */
  static byte[] mark(long number) {
    String digits = String.format("%0" + MARK_DIGITS + "d\n", number);
    byte[] tail = digits.getBytes(StandardCharsets.US_ASCII);
    byte[] mark = java.util.Arrays.copyOf(MARK_HEAD, MARK_HEAD.length + tail.length);
    System.arraycopy(tail, 0, mark, MARK_HEAD.length, tail.length);
    return mark;
  }

  Marks marks() {
    return marks;
  }

  @Override
  public void run() {
    Line line = new Line();
    try {
      for (int next = pipe.read(); next >= 0; next = pipe.read()) {
        line.write(next);
        if (next == '\n' || line.size() >= Records.MAX_BYTES) {
          emit(line);
        }
      }
    } catch (IOException processGone) {
      // what was read so far is all there is
    } finally {
      emit(line);
      marks.end();
    }
  }

  private void emit(Line line) {
    int markAt = line.markAt();
    records.now(line.bytes(), markAt >= 0 ? markAt : line.size());
    if (markAt >= 0) {
      marks.reached(line.number(markAt + MARK_HEAD.length));
    }
    line.reset();
  }

  /** The bytes of one line so far, which may end in a mark. */
  private static final class Line extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }

    int markAt() {
      int from = count - 1 - MARK_DIGITS - MARK_HEAD.length;
      if (from < 0 || buf[count - 1] != '\n') {
        return -1;
      }
      int to = from + MARK_HEAD.length;
      return java.util.Arrays.equals(buf, from, to, MARK_HEAD, 0, MARK_HEAD.length) ? from : -1;
    }

    long number(int from) {
      return Long.parseLong(new String(buf, from, MARK_DIGITS, StandardCharsets.US_ASCII));
    }
  }
}
