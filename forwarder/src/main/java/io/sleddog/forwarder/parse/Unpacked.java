package io.sleddog.forwarder.parse;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Undoes compression by what a stream begins with, not by its name; several layers if need be. */
final class Unpacked {
  private static final int LAYERS = 3;
  private static final int BUFFER = 64 << 10;
  private static final int MAGIC = 4;

  private Unpacked() {}

  static InputStream of(InputStream stream) throws IOException {
    InputStream plain = stream;
    for (int layer = 0; layer < LAYERS; layer++) {
      PushbackInputStream start = new PushbackInputStream(plain, BUFFER);
      byte[] magic = start.readNBytes(MAGIC);
      start.unread(magic);
      InputStream inner = layer(start, magic);
      if (inner == start) {
        return start;
      }
      plain = inner;
    }
    return plain;
  }

  private static InputStream layer(InputStream packed, byte[] magic) throws IOException {
    if (begins(magic, 0x1f, 0x8b)) {
      return new GZIPInputStream(packed, BUFFER);
    } else if (begins(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
      return new ZstdInputStream(packed);
    } else if (begins(magic, 'B', 'Z', 'h')) {
      return new BZip2CompressorInputStream(packed, true);
    }
    return packed;
  }

  private static boolean begins(byte[] magic, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= magic.length || (magic[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
