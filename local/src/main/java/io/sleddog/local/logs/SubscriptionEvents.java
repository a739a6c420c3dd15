package io.sleddog.local.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The events that a CloudWatch Logs subscription sends to a Lambda function. */
public final class SubscriptionEvents {
  private static final String FILTER = "sleddog-local";

  private SubscriptionEvents() {}

  /** What CloudWatch Logs sends once, to see whether the destination is there. */
  public static Payload controlMessage(long atMillis) {
    ObjectNode message = message("CONTROL_MESSAGE", "CloudwatchLogs", new LogStream("", ""));
    ArrayNode events = message.putArray("logEvents");
    events
        .addObject()
        .put("id", "")
        .put("timestamp", atMillis)
        .put("message", "CWL CONTROL MESSAGE: Checking health of destination Lambda function.");
    return envelope(message);
  }

  /** Log events of one stream. */
  public static Payload dataMessage(LogStream stream, List<LogEvent> logEvents) {
    ObjectNode message = message("DATA_MESSAGE", Account.ID, stream);
    message.withArray("subscriptionFilters").add(FILTER);
    ArrayNode events = message.putArray("logEvents");
    for (LogEvent event : logEvents) {
      events
          .addObject()
          .put("id", event.id())
          .put("timestamp", event.timestampMillis())
          .put("message", event.message());
    }
    return envelope(message);
  }

  private static ObjectNode message(String type, String owner, LogStream stream) {
    ObjectNode message = Json.object();
    message.put("messageType", type);
    message.put("owner", owner);
    message.put("logGroup", stream.group());
    message.put("logStream", stream.name());
    message.putArray("subscriptionFilters");
    return message;
  }

  private static Payload envelope(ObjectNode message) {
    byte[] packed = gzip(Json.write(message).getBytes(StandardCharsets.UTF_8));
    ObjectNode envelope = Json.object();
    envelope.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(packed));
    return Payload.of(Json.write(envelope));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
