package io.sleddog.forwarder.json;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing array of bytes that can be written as JSON text, read in place and used again.
 *
 * <p>Not safe for use by several threads at once. The array behind it is handed out without a copy.
 */
public final class ByteWriter extends OutputStream {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int size;

  /** An empty buffer that has room for so many bytes before it grows. */
  public ByteWriter(int capacity) {
    this.bytes = new byte[capacity];
  }

  /** The array behind the buffer; valid up to {@link #size()} and until the next write. */
  public byte[] array() {
    return bytes;
  }

  /** The number of bytes written. */
  public int size() {
    return size;
  }

  /** Forgets all that was written after the first so many bytes. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** What was written, read as UTF-8. */
  public String utf8() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source) {
    write(source, 0, source.length);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Writes a text as it is, in UTF-8. */
  public ByteWriter text(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes a text as a JSON string with its quotes; a lone surrogate becomes {@code ?}. */
  public ByteWriter string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write('"');
    escaped(utf8, 0, utf8.length);
    write('"');
    return this;
  }

  /** Writes UTF-8 bytes as the inside of a JSON string. */
  public void escaped(byte[] utf8, int offset, int length) {
    reserve(length);
    int end = offset + length;
    int plain = offset;
    for (int i = offset; i < end; i++) {
      byte c = utf8[i];
      if ((c >= 0 && c < 0x20) || c == '"' || c == '\\') {
        write(utf8, plain, i - plain);
        escape(c);
        plain = i + 1;
      }
    }
    write(utf8, plain, end - plain);
  }

  private void escape(byte c) {
    write('\\');
    switch (c) {
      case '"', '\\' -> write(c);
      case '\n' -> write('n');
      case '\r' -> write('r');
      case '\t' -> write('t');
      default -> {
        text("u00");
        write(HEX[c >> 4]);
        write(HEX[c & 15]);
      }
    }
  }

  private void reserve(int more) {
    int wanted = Math.addExact(size, more);
    if (wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length + (bytes.length >> 1)));
    }
  }
}
