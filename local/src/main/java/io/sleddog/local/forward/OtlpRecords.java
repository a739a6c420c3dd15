package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events and service checks, which came by DogStatsD, as log records of OTLP. */
final class OtlpRecords {
  private static final String NANOS = "000000";
  private static final Map<String, Integer> SEVERITIES =
      Map.of("ok", 9, "success", 9, "info", 9, "warning", 13, "unknown", 13, "error", 17);
  private static final int INFO = 9;
  private static final Set<String> TAKEN =
      Set.of("message", "status", "timestamp", "ddtags", "hostname", "ddsource");

  private OtlpRecords() {}

  static ObjectNode body(List<LogEntry> logs) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("resourceLogs");
    for (LogEntry log : logs) {
      List<String> tags = new ArrayList<>(List.of(log.tags().split(",", -1)));
      tags.removeIf(String::isEmpty);
      String host = log.fields().path("hostname").asText();
      if (!host.isEmpty()) {
        tags.add("host:" + host);
      }
      ObjectNode group = Pairs.resource(Pairs.resourceOf(tags));
      group.putArray("scopeLogs").addObject().putArray("logRecords").add(record(log, tags));
      list.add(group);
    }
    return body;
  }

  private static ObjectNode record(LogEntry log, List<String> tags) {
    String status = log.fields().path("status").asText();
    ObjectNode record =
        Json.object()
            .put("timeUnixNano", log.timestampMillis() + NANOS)
            .put("severityNumber", SEVERITIES.getOrDefault(status, INFO))
            .put("severityText", status);
    record.putObject("body").put("stringValue", log.message());
    Pairs pairs = Pairs.others(tags);
    log.fields()
        .properties()
        .forEach(
            field -> {
              if (!TAKEN.contains(field.getKey())) {
                pairs.text(field.getKey(), field.getValue().asText());
              }
            });
    return record.set("attributes", pairs.list());
  }
}
