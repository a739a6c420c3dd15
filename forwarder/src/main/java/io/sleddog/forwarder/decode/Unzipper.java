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
  private static final int CHUNK = 64 << 10;

  private byte[] buffer = new byte[1 << 20];

  Slice unzip(Slice packed) throws IOException {
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

  private void grow() throws IOException {
    if (buffer.length >= MOST) {
      throw new IOException("unpacks to more than " + MOST + " bytes");
    }
    buffer = Arrays.copyOf(buffer, buffer.length * 2);
  }
}
