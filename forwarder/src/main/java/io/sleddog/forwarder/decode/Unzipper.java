package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.model.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip into one buffer that is used again for every event.
 *
 * <p>CloudWatch Logs packs about 1 MB into a delivery. What unpacks to more than 64 MB is refused,
 * since it was not made by CloudWatch Logs.
 */
final class Unzipper {
  static final int MOST = 64 << 20;
  private static final int CHUNK = 16 << 10;
  private static final int LEAST = 4 << 10;
  private static final int USUAL = 2 << 20;

  private byte[] buffer = new byte[0];

  Slice unzip(Slice packed) throws IOException {
    int expected = expected(packed);
    if (buffer.length < expected) {
      buffer = new byte[expected];
    }
    try (InputStream in =
        new GZIPInputStream(
            new ByteArrayInputStream(packed.array(), packed.offset(), packed.length()), CHUNK)) {
      int size = 0;
      for (int read; (read = in.read(buffer, size, buffer.length - size)) >= 0; ) {
        size += read;
        if (size == buffer.length) {
          grow();
        }
      }
      return new Slice(buffer, 0, size);
    }
  }

  /** What the last four bytes say, and one more to see the end; they may be wrong. */
  private static int expected(Slice packed) {
    int size = 0;
    for (int i = packed.end() - 1; i >= Math.max(packed.offset(), packed.end() - 4); i--) {
      size = size << Byte.SIZE | (packed.array()[i] & 0xff);
    }
    return Math.max(LEAST, Math.min(size, USUAL) + 1);
  }

  private void grow() throws IOException {
    if (buffer.length >= MOST) {
      throw new IOException("unpacks to more than " + MOST + " bytes");
    }
    buffer = Arrays.copyOf(buffer, Math.min(MOST, buffer.length * 2));
  }
}
