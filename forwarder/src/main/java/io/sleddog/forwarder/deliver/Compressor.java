package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.json.ByteWriter;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses bodies; keeps its state from one body to the next, so one is needed per thread. */
final class Compressor {
  private static final int CHUNK = 16 << 10;
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final byte[] chunk = new byte[CHUNK];

  /** The body in the wanted form; the given one itself if that is none. */
  ByteWriter compress(ByteWriter body, Compression compression) {
    return switch (compression.form()) {
      case NONE -> body;
      case GZIP -> gzip(body, compression.level());
      case DEFLATE -> deflate(body, compression.level());
    };
  }

  private ByteWriter gzip(ByteWriter body, int level) {
    ByteWriter out = new ByteWriter(body.size() / 8 + 64);
    out.write(GZIP_HEADER);
    deflate(body, level, true, out);
    CRC32 crc = new CRC32();
    crc.update(body.array(), 0, body.size());
    littleEndian((int) crc.getValue(), out);
    littleEndian(body.size(), out);
    return out;
  }

  private ByteWriter deflate(ByteWriter body, int level) {
    ByteWriter out = new ByteWriter(body.size() / 8 + 64);
    deflate(body, level, false, out);
    return out;
  }

  private void deflate(ByteWriter body, int level, boolean raw, ByteWriter out) {
    Deflater deflater = new Deflater(level, raw);
    try {
      deflater.setInput(body.array(), 0, body.size());
      deflater.finish();
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
    } finally {
      deflater.end();
    }
  }

  private static void littleEndian(int value, ByteWriter out) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
  }
}
