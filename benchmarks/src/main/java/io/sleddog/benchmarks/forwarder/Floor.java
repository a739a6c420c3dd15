package io.sleddog.benchmarks.forwarder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * The least that any forwarder must do: unpack a delivery, read its JSON, write it again, compress
 * it. Nothing is added to a log, and nothing sent.
 */
final class Floor {
  private final JsonFactory json = new JsonFactory();
  private final byte[] out = new byte[8 << 20];

  /** How the bytes are compressed in the end. */
  enum Form {
    GZIP_6,
    GZIP_1,
    ZSTD_3
  }

  /** Does it once; gives the size of the result. */
  int pass(byte[] packed, Form form) throws IOException {
    byte[] text;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
      text = in.readAllBytes();
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream(text.length);
    try (JsonParser parser = json.createParser(text);
        JsonGenerator generator = json.createGenerator(written)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    }
    byte[] again = written.toByteArray();
    if (form == Form.ZSTD_3) {
      return (int) Zstd.compressByteArray(out, 0, out.length, again, 0, again.length, 3);
    }
    return deflate(again, form == Form.GZIP_6 ? 6 : 1);
  }

  private int deflate(byte[] text, int level) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(text);
      deflater.finish();
      return deflater.deflate(out);
    } finally {
      deflater.end();
    }
  }
}
