package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.decode.DecodedEvent.Part;
import io.sleddog.forwarder.decode.DecodedEvent.Reply;
import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
      Subscription subscription = new SubscriptionReader(event).read();
      if (subscription.data() == null) {
        return decodeOther(Slice.of(event));
      }
      AwsEvent packed = new AwsEvent.Packed(subscription.data(), Slice.of(event));
      List<Part> parts = List.of(new Part(0, "", packed));
      return new DecodedEvent(parts, Reply.NONE, subscription.isRetry());
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
    if (outline.names().contains("Event") && isTest(event)) {
      return new DecodedEvent(List.of(new Part(0, "", new AwsEvent.Test())), Reply.NONE, false);
    } else if (!outline.names().contains("detail")) {
      return unknown(event, "unknown_event", outline.isRetry());
    }
    AwsEvent notice = Notices.eventBridge(event);
    return new DecodedEvent(List.of(new Part(0, "", notice)), Reply.NONE, outline.isRetry());
  }

  private static boolean isTest(Slice event) {
    return Notices.isTest(JsonTree.of(event.array(), event.offset(), event.length()));
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
}
