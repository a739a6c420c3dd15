package io.sleddog.local.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes the content encodings that Datadog's intakes take: gzip, deflate (zlib) and zstd. */
public final class Decompression {
  /** More than any real intake accepts, so that a small body cannot fill the memory. */
  static final int MAX_BYTES = 64 << 20;

  private Decompression() {}

  static byte[] decode(String encoding, byte[] body) {
    byte[] plain = decode(encoding, body, MAX_BYTES);
    if (plain.length > MAX_BYTES) {
      throw new MalformedBody("body is larger than " + MAX_BYTES + " bytes when unpacked");
    }
    return plain;
  }

  /**
   * Unpacks a body, but at most one byte more than is allowed.
   *
   * @param encoding the value of {@code Content-Encoding}; empty for none
   * @throws MalformedBody if the body is not packed so, or the encoding is unknown
   */
  public static byte[] decode(String encoding, byte[] body, int mostBytes) {
    try (InputStream in = open(encoding.toLowerCase(Locale.ROOT), body)) {
      return in.readNBytes(mostBytes + 1);
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
