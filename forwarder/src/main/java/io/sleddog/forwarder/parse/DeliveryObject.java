package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JacksonException;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tells a delivery of CloudWatch Logs, as Firehose writes it to S3, from other JSON objects. */
final class DeliveryObject {
  private static final byte[] TYPE = quoted("messageType");
  private static final List<byte[]> OTHERS =
      List.of(
          quoted("owner"),
          quoted("logGroup"),
          quoted("logStream"),
          quoted("subscriptionFilters"),
          quoted("logEvents"));

  private DeliveryObject() {}

  private static byte[] quoted(String name) {
    return ("\"" + name + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether an object is a delivery: its first attribute is one of a delivery, and it has what all
   * of them have.
   *
   * @param object JSON, from its brace
   */
  static boolean is(Slice object) throws IOException {
    Slice first = Lines.strip(object.from(1));
    boolean typed = begins(first, TYPE);
    return (typed || OTHERS.stream().anyMatch(name -> begins(first, name)))
        && hasLogEvents(object, typed);
  }

  /** A broken delivery is read as far as it goes, if there is no doubt that it is one. */
  private static boolean hasLogEvents(Slice object, boolean typed) throws IOException {
    try {
      CloudWatchHeader header = CloudWatchHeaderReader.read(object);
      return header.messageType().endsWith("_MESSAGE") && header.eventsOffset() >= 0;
    } catch (JacksonException e) {
      return typed;
    }
  }

  private static boolean begins(Slice text, byte[] start) {
    int end = text.offset() + start.length;
    return text.length() >= start.length
        && Arrays.equals(text.array(), text.offset(), end, start, 0, start.length);
  }
}
