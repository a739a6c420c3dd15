package io.sleddog.local.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes the content encodings that Datadog's intakes take: gzip, deflate (zlib) and zstd. */
final class Decompression {
  /** More than any real intake accepts, so that a small body cannot fill the memory. */
  static final int MAX_BYTES = 64 << 20;

  private Decompression() {}

  static byte[] decode(String encoding, byte[] body) {
    try (InputStream in = open(encoding.toLowerCase(Locale.ROOT), body)) {
      byte[] plain = in.readNBytes(MAX_BYTES + 1);
      if (plain.length > MAX_BYTES) {
        throw new MalformedBody("body is larger than " + MAX_BYTES + " bytes when unpacked");
      }
      return plain;
    } catch (IOException e) {
      throw new MalformedBody("body is not valid " + encoding, e);
    }
  }

  private static InputStream open(String encoding, byte[] body) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return switch (encoding) {
      case "", "identity" -> in;
      case "gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "zstd", "zstd1" -> new ZstdInputStream(in);
      default -> throw new MalformedBody("content encoding " + encoding + " is unknown");
    };
  }
}
