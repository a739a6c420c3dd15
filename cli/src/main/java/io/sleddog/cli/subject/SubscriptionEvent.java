package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Log lines as CloudWatch Logs sends them to a function. */
public final class SubscriptionEvent {
  /** As long as CloudWatch's own ids, and clearly none of them. */
  private static final String ID = "%056d";

  private SubscriptionEvent() {}

  /**
   * Where lines are from.
   *
   * @param account the account's number
   * @param group the log group
   * @param stream the log stream
   */
  public record Source(String account, String group, String stream) {}

  /**
   * A line.
   *
   * @param timeMillis when it was written, since the epoch
   * @param message its text
   */
  public record Line(long timeMillis, String message) {}

  /** The event with these lines, of one stream. */
  public static String of(Source source, List<Line> lines) {
    ObjectNode content =
        Json.object()
            .put("messageType", "DATA_MESSAGE")
            .put("owner", source.account())
            .put("logGroup", source.group())
            .put("logStream", source.stream());
    content.putArray("subscriptionFilters").add("sleddog-cli");
    ArrayNode events = content.putArray("logEvents");
    for (Line line : lines) {
      events
          .addObject()
          .put("id", ID.formatted(events.size()))
          .put("timestamp", line.timeMillis())
          .put("message", line.message());
    }
    ObjectNode event = Json.object();
    event.putObject("awslogs").put("data", packed(Json.line(content)));
    return Json.line(event);
  }

  private static String packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
