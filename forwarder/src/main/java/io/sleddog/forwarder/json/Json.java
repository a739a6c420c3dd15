package io.sleddog.forwarder.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Makes parsers and generators: the one place that knows how the JSON library is set up.
 *
 * <p>Only the streaming part of Jackson is used. Names are not interned, since they come from other
 * people's logs and would fill the JVM's table; nesting deeper than 1000 is refused.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /** Reads a part of an array; offsets of tokens count from the part's start. */
  public static JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
    return FACTORY.createParser(bytes, offset, length);
  }

  /** Reads a text. */
  public static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  /** Reads a stream of any length; closing the parser closes the stream. */
  public static JsonParser parser(InputStream stream) throws IOException {
    return FACTORY.createParser(stream);
  }

  /** Writes compact UTF-8; closing the generator closes the stream. */
  public static JsonGenerator generator(OutputStream stream) throws IOException {
    return FACTORY.createGenerator(stream);
  }

  /**
   * The text of a JSON string.
   *
   * @param offset where the inside of the string begins; the quotes stand around it in the array
   * @param length of the inside
   */
  public static String unescape(byte[] bytes, int offset, int length) throws IOException {
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
