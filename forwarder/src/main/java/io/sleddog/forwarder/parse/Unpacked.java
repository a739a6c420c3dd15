package io.sleddog.forwarder.parse;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Undoes compression by what a stream begins with, not by its name; several layers if need be. Text
 * with a byte order mark becomes UTF-8 without one.
 */
final class Unpacked {
  private static final int LAYERS = 3;
  private static final int BUFFER = 64 << 10;
  private static final int MAGIC = 10;

  private Unpacked() {}

  static InputStream of(InputStream stream) throws IOException {
    InputStream plain = stream;
    for (int layer = 0; layer < LAYERS; layer++) {
      PushbackInputStream start = new PushbackInputStream(plain, BUFFER);
      byte[] magic = start.readNBytes(MAGIC);
      start.unread(magic);
      InputStream inner = layer(start, magic);
      if (inner == start) {
        return Utf16Text.decoded(start, magic);
      }
      plain = inner;
    }
    return plain;
  }

  private static InputStream layer(InputStream packed, byte[] magic) throws IOException {
    if (begins(magic, 0x1f, 0x8b, 8)) {
      return new GZIPInputStream(packed, BUFFER);
    } else if (begins(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
      return new ZstdInputStream(packed);
    } else if (isBzip2(magic)) {
      return new BZip2CompressorInputStream(packed, true);
    }
    return packed;
  }

  /** Text may begin with the first three bytes, but not with what follows them. */
  private static boolean isBzip2(byte[] magic) {
    byte[] rest = Arrays.copyOfRange(magic, Math.min(4, magic.length), magic.length);
    return begins(magic, 'B', 'Z', 'h')
        && magic.length == MAGIC
        && magic[3] >= '1'
        && magic[3] <= '9'
        && (begins(rest, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
            || begins(rest, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
  }

  static boolean begins(byte[] magic, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= magic.length || (magic[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
