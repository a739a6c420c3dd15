package io.sleddog.forwarder.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** JSON with a space behind each comma and colon, as Datadog's forwarder writes it. */
public final class SpacedJson {
  private SpacedJson() {}

  /**
   * The same text with such spaces, and no others around its parts.
   *
   * @param json one value
   */
  public static String of(byte[] json, int offset, int length) throws IOException {
    ByteWriter spaced = new ByteWriter(length + length / 8);
    try (JsonParser parser = Json.parser(json, offset, length);
        JsonGenerator generator = Json.generator(spaced)) {
      generator.setPrettyPrinter(new Spaces());
      while (parser.nextToken() != null) {
        Json.copyToken(parser, generator);
      }
    }
    return spaced.utf8();
  }

  /** Writes the spaces. */
  private static final class Spaces extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(", ");
    }
  }
}
