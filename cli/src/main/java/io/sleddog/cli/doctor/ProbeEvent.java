package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.target.FunctionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** One log line as CloudWatch Logs sends it to a function. */
final class ProbeEvent {
  /** As long as CloudWatch's own ids, and clearly none of them. */
  private static final String ID = "0".repeat(56);

  private ProbeEvent() {}

  static String of(FunctionState function, String marker, String line, Instant now) {
    ObjectNode content =
        Json.object()
            .put("messageType", "DATA_MESSAGE")
            .put("owner", function.description().place().account().shape())
            .put("logGroup", function.logGroup())
            .put("logStream", "sleddog-doctor/" + marker);
    content.putArray("subscriptionFilters").add("sleddog-doctor");
    content
        .putArray("logEvents")
        .addObject()
        .put("id", ID)
        .put("timestamp", now.toEpochMilli())
        .put("message", line);
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
