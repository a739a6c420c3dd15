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

/** Looks whether one event is of a subscription, and decodes what is packed in it. */
final class SubscriptionReader {
  private final byte[] event;
  private @Nullable Slice data;
  private boolean isRetry;

  SubscriptionReader(byte[] event) {
    this.event = event;
  }

  /** Reads an event once; what is behind the data and broken is not looked at. */
  Subscription read() throws IOException {
    try (JsonParser parser = Json.parser(event, 0, event.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Subscription(null, false);
      }
      String name = parser.nextFieldName();
      while (name != null) {
        JsonToken value = parser.nextToken();
        boolean records = name.equals("Records") && value == JsonToken.START_ARRAY;
        if (records && data == null && parser.nextToken() != JsonToken.END_ARRAY) {
          return new Subscription(
              null, false); // an event of another kind, which is as large as it likes
        }
        attribute(name, parser);
        name = parser.nextFieldName();
      }
    } catch (JacksonException e) {
      if (data == null) {
        throw e;
      }
    }
    return new Subscription(data, isRetry);
  }

  private void attribute(String name, JsonParser parser) throws IOException {
    JsonToken value = parser.currentToken();
    if (name.equals("awslogs") && value == JsonToken.START_OBJECT) {
      data = packed(parser);
    } else if (name.equals("retry") && value.isScalarValue()) {
      isRetry = parser.getText().equalsIgnoreCase("true");
    } else {
      parser.skipChildren();
    }
  }

  private @Nullable Slice packed(JsonParser parser) throws IOException {
    Slice found = null;
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      if (name.equals("data") && parser.currentToken() == JsonToken.VALUE_STRING) {
        found = decoded(parser);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  /** Most of an event is this text; the JDK decodes it fast, and the parser if it is unusual. */
  private Slice decoded(JsonParser parser) throws IOException {
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
