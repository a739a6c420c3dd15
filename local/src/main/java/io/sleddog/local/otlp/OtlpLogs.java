package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** Makes logs as Datadog has them from records of OpenTelemetry. */
final class OtlpLogs {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Each word holds for four numbers, from 1 on. */
  private static final List<String> SEVERITIES =
      List.of("trace", "debug", "info", "warn", "error", "fatal");

  private static final int NUMBERS_OF_A_WORD = 4;

  private final List<LogEntry> logs = new ArrayList<>();
  private final Refused refused;

  OtlpLogs(Refused refused) {
    this.refused = refused;
  }

  /** The logs of a body; those that cannot be read are counted. */
  List<LogEntry> of(JsonNode body) {
    for (JsonNode group : Shape.list(body.path("resourceLogs"), "resourceLogs")) {
      OtlpResource resource = OtlpResource.of(group.path("resource"));
      for (JsonNode scope : Shape.list(group.path("scopeLogs"), "scopeLogs")) {
        for (JsonNode one : Shape.list(scope.path("logRecords"), "logRecords")) {
          refused.unlessMalformed(() -> logs.add(log(one, scope.path("scope"), resource)));
        }
      }
    }
    return logs;
  }

  private static LogEntry log(JsonNode record, JsonNode scope, OtlpResource resource) {
    ObjectNode log =
        Json.object()
            .put("message", message(record.path("body")))
            .put("status", status(record))
            .put("timestamp", nanos(record) / NANOS_PER_MILLI)
            .put("service", resource.service())
            .put("ddtags", String.join(",", resource.tags()))
            .put("ddsource", "otlp");
    putNamed(log, "hostname", resource.host());
    putNamed(log, "logger.name", Shape.text(scope.path("name"), "a scope's name"));
    putNamed(log, "event.name", Shape.text(record.path("eventName"), "eventName"));
    putNamed(log, "dd.trace_id", Shape.id(record.path("traceId"), TRACE_BYTES, "a log's traceId"));
    String span = Shape.id(record.path("spanId"), SPAN_BYTES, "a log's spanId");
    putNamed(log, "dd.span_id", span.isEmpty() ? "" : decimal(span));
    Attributes.of(record.path("attributes")).values().forEach(log::putIfAbsent);
    return new LogEntry(log);
  }

  private static String message(JsonNode body) {
    JsonNode value = AttributeValues.of(body);
    return value.isNull() ? "" : AttributeValues.text(value);
  }

  private static String decimal(String hex) {
    return Long.toUnsignedString(Long.parseUnsignedLong(hex, 16));
  }

  private static void putNamed(ObjectNode log, String key, String value) {
    if (!value.isEmpty()) {
      log.put(key, value);
    }
  }

  /** The number's word; the text that stands in the record if it has no number. */
  private static String status(JsonNode record) {
    long number = Shape.whole(record.path("severityNumber"), "severityNumber");
    if (number >= 1 && number <= (long) SEVERITIES.size() * NUMBERS_OF_A_WORD) {
      return SEVERITIES.get((int) (number - 1) / NUMBERS_OF_A_WORD);
    }
    String text = Shape.text(record.path("severityText"), "severityText");
    return text.isEmpty() ? "info" : text;
  }

  private static long nanos(JsonNode record) {
    long time = Shape.whole(record.path("timeUnixNano"), "timeUnixNano");
    return time != 0
        ? time
        : Shape.whole(record.path("observedTimeUnixNano"), "observedTimeUnixNano");
  }
}
