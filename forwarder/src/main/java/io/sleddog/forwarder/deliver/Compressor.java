package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses bodies. It keeps its state and its memory from one body to the next, so that it serves
 * one request at a time.
 */
final class Compressor {
  private static final int CHUNK = 32 << 10;

  /**
   * The garbage collector cannot run while native code reads an array, so it reads little at once.
   */
  private static final int STEP = 16 << 10;

  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final byte[] chunk = new byte[CHUNK];
  private final ByteWriter out = new ByteWriter(CHUNK);
  private @Nullable Deflater raw;
  private @Nullable Deflater zlib;
  private @Nullable Zstd zstd;

  /** The body in the wanted form, valid until the next call; the body itself for no form. */
  Slice compress(Slice body, Compression compression) {
    out.truncate(0);
    switch (compression.form()) {
      case NONE -> {
        return body;
      }
      case GZIP -> gzip(body, compression.level());
      case DEFLATE -> {
        zlib = zlib == null ? new Deflater(compression.level()) : zlib;
        deflate(zlib, body, compression.level());
      }
      case ZSTD -> {
        zstd = zstd == null ? new Zstd() : zstd;
        zstd.compress(body, compression.level(), out);
      }
    }
    return new Slice(out.array(), 0, out.size());
  }

  private void gzip(Slice body, int level) {
    raw = raw == null ? new Deflater(level, true) : raw;
    out.write(GZIP_HEADER);
    deflate(raw, body, level);
    CRC32 crc = new CRC32();
    crc.update(body.array(), body.offset(), body.length());
    littleEndian((int) crc.getValue());
    littleEndian(body.length());
  }

  private void deflate(Deflater deflater, Slice body, int level) {
    deflater.reset();
    deflater.setLevel(level);
    for (int at = body.offset(); at < body.end(); at += STEP) {
      deflater.setInput(body.array(), at, Math.min(STEP, body.end() - at));
      while (!deflater.needsInput()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
  }

  private void littleEndian(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
  }
}
