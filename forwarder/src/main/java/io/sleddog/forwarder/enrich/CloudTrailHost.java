package io.sleddog.forwarder.enrich;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/** Finds the instance that made a call: its id is the session name of the role that it assumed. */
final class CloudTrailHost {
  private static final int SHORT_ID = 8;
  private static final int LONG_ID = 17;

  private CloudTrailHost() {}

  /** The record with the instance as its host, if an instance made the call. */
  static LogRecord find(LogRecord record) throws IOException {
    String host = instance(arn(record));
    return host.isEmpty() ? record : record.withEnvelope(record.envelope().withHost(host));
  }

  private static String arn(LogRecord record) throws IOException {
    try (JsonParser parser = event(record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (name.equals("userIdentity") && value == JsonToken.START_OBJECT) {
          return arn(parser);
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private static String arn(JsonParser parser) throws IOException {
    for (String name; (name = parser.nextFieldName()) != null; ) {
      if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("arn")) {
        return parser.getText();
      }
      parser.skipChildren();
    }
    return "";
  }

  /** The event is the message, or the record itself where that has none. */
  private static JsonParser event(LogRecord record) throws IOException {
    if (record.message() != null) {
      return Json.parser(record.messageText());
    }
    Slice fields = record.fields();
    ByteWriter object = new ByteWriter(fields.length() + 2);
    object.write('{');
    object.write(fields.array(), fields.offset(), fields.length());
    object.write('}');
    return Json.parser(object.array(), 0, object.size());
  }

  /** The id in {@code arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/i-…}; empty for other ARNs. */
  private static String instance(String arn) {
    String session = arn.substring(arn.lastIndexOf('/') + 1);
    boolean role =
        arn.startsWith("arn:") && arn.contains(":sts::") && arn.contains(":assumed-role/");
    if (!role || !session.startsWith("i-")) {
      return "";
    }
    return isId(session.substring(2)) ? session : "";
  }

  private static boolean isId(String text) {
    boolean sized = text.length() == SHORT_ID || text.length() == LONG_ID;
    return sized && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }
}
