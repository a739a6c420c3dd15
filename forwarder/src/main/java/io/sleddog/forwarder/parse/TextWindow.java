package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A part of a stream in memory, from the first byte that is still needed to the last one read. */
final class TextWindow {
  private static final int FIRST_SIZE = 256 << 10;

  private final InputStream stream;
  private final ParseContext context;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int start;
  private int end;

  TextWindow(InputStream stream, ParseContext context) {
    this.stream = stream;
    this.context = context;
  }

  /** The number of bytes in the window. */
  int size() {
    return end - start;
  }

  /** A byte; {@code index} counts from the window's start. */
  byte at(int index) {
    return bytes[start + index];
  }

  /** A part of the window. */
  Slice part(int from, int to) {
    return new Slice(bytes, start + from, to - from);
  }

  /** Gives up the first bytes. */
  void drop(int count) {
    start += count;
  }

  /** Reads more behind the last byte; false if there is no more. */
  boolean more() throws IOException {
    context.expectTime();
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = stream.read(bytes, end, bytes.length - end);
    end += Math.max(0, read);
    return read >= 0;
  }
}
