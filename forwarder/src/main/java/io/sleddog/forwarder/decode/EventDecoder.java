package io.sleddog.forwarder.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.decode.DecodedEvent.Part;
import io.sleddog.forwarder.decode.DecodedEvent.Reply;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what an event is, and takes the wrapping off. */
public final class EventDecoder {
  private final Unzipper unzipper = new Unzipper();

  /**
   * Decodes one event, but for the packed ones in it.
   *
   * @param event the bytes that the runtime handed over; anything at all
   */
  public DecodedEvent decode(byte[] event) {
    try {
      Slice data = subscriptionData(event);
      if (data != null) {
        AwsEvent packed = new AwsEvent.Packed(data, Slice.of(event));
        return new DecodedEvent(List.of(new Part(0, "", packed)), Reply.NONE, isRetry(event));
      }
      return decodeOther(Slice.of(event));
    } catch (IOException | IllegalArgumentException e) {
      return unknown(Slice.of(event), "unreadable_event", false);
    }
  }

  /** Unpacks a packed event; gives others back. The bytes are valid until the next call. */
  public AwsEvent unpack(AwsEvent event) {
    if (!(event instanceof AwsEvent.Packed packed)) {
      return event;
    }
    try {
      return new AwsEvent.CloudWatchLogs(unzipper.unzip(packed.data()));
    } catch (IOException e) {
      return new AwsEvent.Unknown(packed.wrapping(), "unreadable_event");
    }
  }

  private static DecodedEvent decodeOther(Slice event) throws IOException {
    Outline outline = Outline.read(event);
    if (!outline.records().isEmpty()) {
      return records(outline.records(), outline.isRetry());
    }
    if (outline.names().equals(List.of("retry")) && outline.isRetry()) {
      return new DecodedEvent(List.of(), Reply.NONE, true);
    }
    if (!outline.names().contains("detail")) {
      return unknown(event, "unknown_event", outline.isRetry());
    }
    AwsEvent notice = Notices.eventBridge(event);
    return new DecodedEvent(List.of(new Part(0, "", notice)), Reply.NONE, outline.isRetry());
  }

  private static boolean isRetry(byte[] event) {
    try {
      return Outline.read(Slice.of(event)).isRetry();
    } catch (IOException ignored) {
      return false; // what is before the broken part is forwarded all the same
    }
  }

  private static DecodedEvent unknown(Slice event, String problem, boolean isRetry) {
    AwsEvent unknown = new AwsEvent.Unknown(event, problem);
    return new DecodedEvent(List.of(new Part(0, "", unknown)), Reply.NONE, isRetry);
  }

  private static DecodedEvent records(List<Slice> records, boolean isRetry) {
    List<Part> parts = new ArrayList<>();
    Reply reply = Reply.NONE;
    for (int i = 0; i < records.size(); i++) {
      Slice record = records.get(i);
      JsonTree tree = JsonTree.of(record.array(), record.offset(), record.length());
      String id = "";
      if (tree.at("kinesis").isObject()) {
        id = tree.at("kinesis").at("sequenceNumber").text();
        reply = Reply.FIRST_FAILED_RECORD;
      } else if (tree.at("eventSource").text().equals("aws:sqs")) {
        id = tree.at("messageId").text();
        reply = Reply.FAILED_RECORDS;
      }
      for (AwsEvent event : Notices.record(record, tree)) {
        parts.add(new Part(i, id, event));
      }
    }
    return new DecodedEvent(parts, reply, isRetry);
  }

  private static @Nullable Slice subscriptionData(byte[] event) throws IOException {
    try (JsonParser parser = Json.parser(event, 0, event.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        if (name.equals("awslogs") && parser.currentToken() == JsonToken.START_OBJECT) {
          return data(parser);
        } else if (name.equals("Records")) {
          return null;
        }
        parser.skipChildren();
      }
      return null;
    }
  }

  private static @Nullable Slice data(JsonParser parser) throws IOException {
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      if (name.equals("data") && parser.currentToken() == JsonToken.VALUE_STRING) {
        return Slice.of(parser.getBinaryValue());
      }
      parser.skipChildren();
    }
    return null;
  }
}
