package io.sleddog.forwarder.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text that begins with a byte order mark, as Windows writes it, as UTF-8 without the mark. */
final class Utf16Text extends InputStream {
  private static final int CHARS = 16 << 10;

  private final Reader reader;
  private final char[] chars = new char[CHARS + 1];
  private byte[] bytes = new byte[0];
  private int next;

  private Utf16Text(InputStream stream, Charset charset) {
    this.reader = new InputStreamReader(stream, charset);
  }

  /**
   * The stream, its mark taken off.
   *
   * @param start what it begins with
   */
  static InputStream decoded(PushbackInputStream stream, byte[] start) throws IOException {
    if (Unpacked.begins(start, 0xef, 0xbb, 0xbf)) {
      stream.skipNBytes(3);
      return stream;
    } else if (Unpacked.begins(start, 0xff, 0xfe)) {
      stream.skipNBytes(2);
      return new Utf16Text(stream, StandardCharsets.UTF_16LE);
    } else if (Unpacked.begins(start, 0xfe, 0xff)) {
      stream.skipNBytes(2);
      return new Utf16Text(stream, StandardCharsets.UTF_16BE);
    }
    return stream;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int size) throws IOException {
    if (next == bytes.length && !fill()) {
      return -1;
    }
    int count = Math.min(size, bytes.length - next);
    System.arraycopy(bytes, next, target, offset, count);
    next += count;
    return count;
  }

  private boolean fill() throws IOException {
    int count = reader.read(chars, 0, CHARS);
    if (count <= 0) {
      return false;
    }
    if (Character.isHighSurrogate(chars[count - 1])) {
      count += Math.max(0, reader.read(chars, count, 1)); // its other half
    }
    bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
    next = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
