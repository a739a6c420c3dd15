package io.sleddog.forwarder.otlp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.json.JsonFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Logs, each given as the JSON object that Datadog's intake takes. */
final class LogRequest {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Set<String> ELSEWHERE =
      Set.of("message", "timestamp", "ddtags", "host", "service", "ddsourcecategory");

  private final Form form;

  private LogRequest(Form form) {
    this.form = form;
  }

  static void write(List<String> logs, Place place, Form form) throws IOException {
    Map<Producer, List<Map<String, String>>> sorted = new LinkedHashMap<>();
    for (String json : logs) {
      Map<String, String> log = JsonFields.ofObject(json);
      if (log != null) {
        sorted.computeIfAbsent(place.of(producer(log)), p -> new ArrayList<>()).add(log);
      }
    }
    LogRequest request = new LogRequest(form);
    form.list("resourceLogs");
    for (Map.Entry<Producer, List<Map<String, String>>> producer : sorted.entrySet()) {
      producer.getKey().begin("logRecords", "scopeLogs", form);
      for (Map<String, String> log : producer.getValue()) {
        request.log(log);
      }
      Producer.end(form);
    }
    form.endList();
  }

  private static Producer producer(Map<String, String> log) throws IOException {
    Map<String, String> tags = Values.ofTags(JsonFields.text(log.get("ddtags")));
    String arn = inner(log, "lambda", "arn");
    if (!arn.isEmpty()) {
      tags.put("function_arn", arn);
    }
    String group = "";
    String stream = "";
    Map<String, String> aws = JsonFields.ofObject(log.getOrDefault("aws", ""));
    if (aws != null) {
      group = inner(aws, "awslogs", "logGroup");
      stream = inner(aws, "awslogs", "logStream");
    }
    return ProducerTags.producer(JsonFields.text(log.get("service")), tags)
        .with("host.name", JsonFields.text(log.get("host")))
        .with("aws.log.group.names", group)
        .with("aws.log.stream.names", stream);
  }

  private static String inner(Map<String, String> fields, String name, String inner)
      throws IOException {
    Map<String, String> object = JsonFields.ofObject(fields.getOrDefault(name, ""));
    return object == null ? "" : JsonFields.text(object.get(inner));
  }

  private void log(Map<String, String> log) throws IOException {
    String message = JsonFields.text(log.get("message"));
    Map<String, String> structured = message.startsWith("{") ? JsonFields.ofObject(message) : null;
    long nanos = nanos(JsonFields.text(log.get("timestamp")));
    Severity severity = severity(log, structured);
    form.begin(2, "");
    form.fixed64(1, "timeUnixNano", nanos);
    form.number(2, "severityNumber", severity.number());
    form.text(3, "severityText", severity.text());
    if (log.containsKey("message")) {
      form.begin(5, "body");
      value(log.getOrDefault("message", "null"));
      form.end();
    }
    attributes(log);
    String trace = TraceIds.trace(message);
    form.id(9, "traceId", trace);
    form.id(10, "spanId", trace.isEmpty() ? "" : TraceIds.span(message));
    form.fixed64(11, "observedTimeUnixNano", nanos);
    form.end();
  }

  private static Severity severity(
      Map<String, String> log, @Nullable Map<String, String> structured) throws IOException {
    for (String name : List.of("level", "severity", "status")) {
      String own = JsonFields.text(log.get(name));
      String inner = structured == null ? "" : JsonFields.text(structured.get(name));
      Severity found = Severity.of(own.isEmpty() ? inner : own);
      if (found.number() != 0) {
        return found;
      }
    }
    return Severity.UNKNOWN;
  }

  private void attributes(Map<String, String> log) throws IOException {
    form.list("attributes");
    Map<String, String> tags = Values.ofTags(JsonFields.text(log.get("ddtags")));
    tags.keySet().removeAll(log.keySet());
    Values.texts(tags, 6, "", form);
    for (Map.Entry<String, String> field : log.entrySet()) {
      if (!ELSEWHERE.contains(field.getKey())) {
        try (JsonParser parser = Json.parser(field.getValue())) {
          parser.nextToken();
          Values.json(field.getKey(), parser, 6, "", form);
        }
      }
    }
    form.endList();
  }

  private void value(String json) throws IOException {
    try (JsonParser parser = Json.parser(json)) {
      parser.nextToken();
      Values.content(parser, form);
    } catch (JacksonException e) {
      form.textValue(json);
    }
  }

  private static long nanos(String millis) {
    try {
      return Math.multiplyExact(Long.parseLong(millis), NANOS_PER_MILLI);
    } catch (NumberFormatException | ArithmeticException ignored) {
      return 0; // unknown, as the log's own text may tell
    }
  }
}
