package io.sleddog.forwarder.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/** Finds out what an event is, and takes the wrapping off. */
public final class EventDecoder {
  private final Unzipper unzipper;

  /** A decoder that keeps its buffers from event to event. */
  public EventDecoder() {
    this.unzipper = new Unzipper();
  }

  /**
   * Decodes one event.
   *
   * @param event the bytes that the runtime handed over; anything at all
   * @return what it is; the slice inside is valid until the next event is decoded
   */
  public AwsEvent decode(byte[] event) {
    try {
      byte[] data = subscriptionData(event);
      return data == null
          ? new AwsEvent.Unknown(Slice.of(event), "unknown_event")
          : new AwsEvent.CloudWatchLogs(unzipper.unzip(data));
    } catch (IOException e) {
      return new AwsEvent.Unknown(Slice.of(event), "unreadable_event");
    }
  }

  private static byte @org.jspecify.annotations.Nullable [] subscriptionData(byte[] event)
      throws IOException {
    try (JsonParser parser = Json.parser(event, 0, event.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        if (name.equals("awslogs") && parser.currentToken() == JsonToken.START_OBJECT) {
          return data(parser);
        }
        parser.skipChildren();
      }
      return null;
    }
  }

  private static byte @org.jspecify.annotations.Nullable [] data(JsonParser parser)
      throws IOException {
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      if (name.equals("data") && parser.currentToken() == JsonToken.VALUE_STRING) {
        return parser.getBinaryValue();
      }
      parser.skipChildren();
    }
    return null;
  }
}
