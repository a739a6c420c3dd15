package io.sleddog.forwarder.json;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes parsers and generators: the one place that knows how the JSON library is set up.
 *
 * <p>Only the streaming part of Jackson is used, and of its parsers the one for UTF-8, made without
 * the library's factory: that would load all the others in every cold start. Names are not
 * interned, since they come from other people's logs and would fill the JVM's table; nesting deeper
 * than 1000 is refused.
 */
public final class Json {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(1000)
          .maxStringLength(Integer.MAX_VALUE)
          .build();
  private static final int READING = JsonParser.Feature.collectDefaults();
  private static final int WRITING = JsonGenerator.Feature.collectDefaults();
  private static final int NAMES = JsonFactory.Feature.CANONICALIZE_FIELD_NAMES.getMask();
  private static final ByteQuadsCanonicalizer KNOWN_NAMES = ByteQuadsCanonicalizer.createRoot();
  private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

  private Json() {}

  /**
   * Reads a part of an array, which is UTF-8, behind a byte order mark if there is one; offsets of
   * tokens count from the part's start.
   */
  public static JsonParser parser(byte[] bytes, int offset, int length) {
    int mark = isMarked(bytes, offset, length) ? BYTE_ORDER_MARK.length : 0;
    return new UTF8StreamJsonParser(
        context(),
        READING,
        null,
        null,
        KNOWN_NAMES.makeChild(NAMES),
        bytes,
        offset + mark,
        offset + length,
        mark,
        false);
  }

  /** Reads a text. */
  public static JsonParser parser(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return parser(utf8, 0, utf8.length);
  }

  /** Writes compact UTF-8; closing the generator closes the stream. */
  public static JsonGenerator generator(OutputStream stream) {
    return new UTF8JsonGenerator(context(), WRITING, null, stream, '"');
  }

  private static IOContext context() {
    BufferRecycler buffers = JsonRecyclerPools.threadLocalPool().acquireAndLinkPooled();
    return new IOContext(
        LIMITS,
        StreamWriteConstraints.defaults(),
        ErrorReportConfiguration.defaults(),
        buffers,
        ContentReference.redacted(),
        true);
  }

  private static boolean isMarked(byte[] bytes, int offset, int length) {
    boolean marked = length >= BYTE_ORDER_MARK.length;
    for (int i = 0; marked && i < BYTE_ORDER_MARK.length; i++) {
      marked = (bytes[offset + i] & 0xff) == BYTE_ORDER_MARK[i];
    }
    return marked;
  }

  /**
   * The text of a JSON string.
   *
   * @param offset where the inside of the string begins; the quotes stand around it in the array
   * @param length of the inside
   */
  public static String unescape(byte[] bytes, int offset, int length) throws IOException {
    byte[] plain = new byte[length];
    int size = 0;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      byte c = bytes[i];
      if (c == '\\') {
        c = plain(bytes[++i]);
        if (c == 0) {
          return unescapeAll(bytes, offset, length);
        }
      }
      plain[size++] = c;
    }
    return new String(plain, 0, size, StandardCharsets.UTF_8);
  }

  /** The character that stands behind a backslash for another; 0 if that takes more to tell. */
  private static byte plain(byte c) {
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> 0;
    };
  }

  private static String unescapeAll(byte[] bytes, int offset, int length) throws IOException {
    try (JsonParser parser = parser(bytes, offset - 1, length + 2)) {
      parser.nextToken();
      return parser.getText();
    }
  }

  /** Where the current token of a byte parser begins: for a string, its opening quote. */
  public static int tokenOffset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Writes the token at which a parser stands; a number stays as it is written. */
  public static void copyToken(JsonParser parser, JsonGenerator generator) throws IOException {
    if (parser.currentToken().isNumeric()) {
      generator.writeNumber(parser.getText());
    } else {
      generator.copyCurrentEvent(parser);
    }
  }

  /** Writes the value at which a parser stands, with all that is in it. */
  public static void copyValue(JsonParser parser, JsonGenerator generator) throws IOException {
    int depth = 0;
    copyToken(parser, generator);
    depth += parser.currentToken().isStructStart() ? 1 : 0;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      copyToken(parser, generator);
    }
  }
}
