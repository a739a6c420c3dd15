package io.sleddog.forwarder.decode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An event of a subscription to CloudWatch Logs.
 *
 * @param data the packed logs; null if the event is another one
 * @param isRetry whether {@code retry} is true beside them
 */
record Subscription(@Nullable Slice data, boolean isRetry) {
  private static final Subscription NONE = new Subscription(null, false);

  /** Reads an event once; what is behind the data and broken is not looked at. */
  static Subscription read(byte[] event) throws IOException {
    Subscription found = NONE;
    try (JsonParser parser = Json.parser(event, 0, event.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      String name = parser.nextFieldName();
      while (name != null) {
        JsonToken value = parser.nextToken();
        boolean records = name.equals("Records") && value == JsonToken.START_ARRAY;
        if (records && found.data == null && parser.nextToken() != JsonToken.END_ARRAY) {
          return NONE; // an event of another kind, which is as large as it likes
        }
        found = found.with(name, parser, event);
        name = parser.nextFieldName();
      }
    } catch (JacksonException e) {
      if (found.data == null) {
        throw e;
      }
    }
    return found;
  }

  private Subscription with(String name, JsonParser parser, byte[] event) throws IOException {
    JsonToken value = parser.currentToken();
    if (name.equals("awslogs") && value == JsonToken.START_OBJECT) {
      return new Subscription(data(parser, event), isRetry);
    } else if (name.equals("retry") && value.isScalarValue()) {
      return new Subscription(data, parser.getText().equalsIgnoreCase("true"));
    }
    parser.skipChildren();
    return this;
  }

  private static @Nullable Slice data(JsonParser parser, byte[] event) throws IOException {
    Slice data = null;
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      if (name.equals("data") && parser.currentToken() == JsonToken.VALUE_STRING) {
        data = decoded(parser, event);
      } else {
        parser.skipChildren();
      }
    }
    return data;
  }

  /** Most of an event is this text; the JDK decodes it fast, and the parser if it is unusual. */
  private static Slice decoded(JsonParser parser, byte[] event) throws IOException {
    int start = Json.tokenOffset(parser) + 1;
    int end = start;
    while (end < event.length && event[end] != '"') {
      end++;
    }
    try {
      return Slice.of(Base64.getDecoder().decode(Arrays.copyOfRange(event, start, end)));
    } catch (IllegalArgumentException unusual) {
      return Slice.of(parser.getBinaryValue());
    }
  }
}
