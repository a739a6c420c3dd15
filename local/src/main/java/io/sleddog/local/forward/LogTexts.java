package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events and service checks, which came by DogStatsD, as logs that the forwarder can write. */
final class LogTexts {
  private static final Map<String, String> LEVELS =
      Map.of("ok", "info", "success", "info", "unknown", "warning");
  private static final String SERVICE = "service:";

  private LogTexts() {}

  static List<String> of(List<LogEntry> logs) {
    return logs.stream().map(LogTexts::text).toList();
  }

  private static String text(LogEntry log) {
    ObjectNode fields = log.fields().deepCopy();
    if (fields.has("hostname")) {
      fields.set("host", fields.remove("hostname"));
    }
    if (log.service().isEmpty()) {
      Stream.of(log.tags().split(",", -1))
          .filter(tag -> tag.startsWith(SERVICE))
          .findFirst()
          .ifPresent(tag -> fields.put("service", tag.substring(SERVICE.length())));
    }
    String status = fields.path("status").asText();
    return Json.write(fields.put("status", LEVELS.getOrDefault(status, status)));
  }
}
