package io.sleddog.forwarder.transform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.parse.ObjectReader;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Scrubs the texts in a log's attributes, at any depth. */
final class ScrubbedFields {
  private ScrubbedFields() {}

  /**
   * The log with such texts, but for its message and the id that CloudWatch Logs gave it.
   *
   * @param scrub what is done with a text
   */
  static LogRecord of(LogRecord record, UnaryOperator<String> scrub) throws IOException {
    Slice fields = record.fields();
    ByteWriter object = new ByteWriter(fields.length() + 2);
    object.write('{');
    object.write(fields.array(), fields.offset(), fields.length());
    object.write('}');
    ByteWriter scrubbed = new ByteWriter(object.size() + 64);
    try (JsonParser parser = Json.parser(object.array(), 0, object.size());
        JsonGenerator generator = Json.generator(scrubbed)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        if (token == JsonToken.VALUE_STRING && !stays(parser, record)) {
          generator.writeString(scrub.apply(parser.getText()));
        } else {
          Json.copyToken(parser, generator);
        }
      }
    }
    Slice json = new Slice(scrubbed.array(), 0, scrubbed.size());
    return ObjectReader.only(json, record.envelope());
  }

  private static boolean stays(JsonParser parser, LogRecord record) throws IOException {
    boolean top = parser.getParsingContext().getParent().inRoot();
    String name = top ? String.valueOf(parser.currentName()) : "";
    return name.equals("message")
        || (name.equals("id") && record.envelope().origin().isCloudWatch());
  }
}
