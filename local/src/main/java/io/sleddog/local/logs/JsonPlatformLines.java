package io.sleddog.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The platform's records in log format JSON: one object of {@code time, type, record} a line. */
final class JsonPlatformLines implements PlatformLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final FunctionIdentity function;

  JsonPlatformLines(FunctionIdentity function) {
    this.function = function;
  }

  @Override
  public String initStart(long atMillis) {
    ObjectNode record = phase();
    record.put("runtimeVersion", FunctionIdentity.runtimeVersion());
    record.put("runtimeVersionArn", FunctionIdentity.runtimeArn());
    record.put("functionName", function.name());
    record.put("functionVersion", FunctionIdentity.VERSION);
    return line(atMillis, "platform.initStart", record);
  }

  @Override
  public String initFailed(long atMillis, Duration took, String errorType) {
    ObjectNode record = phase();
    record.put("status", errorType.equals("Sandbox.Timedout") ? "timeout" : "error");
    record.put("errorType", errorType);
    record.putObject("metrics").put("durationMs", Billing.millis(took));
    return line(atMillis, "platform.initReport", record);
  }

  @Override
  public String start(long atMillis, String requestId) {
    ObjectNode record = Json.object();
    record.put("requestId", requestId);
    record.put("version", FunctionIdentity.VERSION);
    return line(atMillis, "platform.start", record);
  }

  @Override
  public List<String> end(long atMillis, Invocation invocation) {
    ObjectNode record = Json.object();
    record.put("requestId", invocation.requestId());
    record.set("metrics", metrics(invocation));
    record.put("status", status(invocation.status()));
    if (invocation.errorType() != null) {
      record.put("errorType", invocation.errorType());
    }
    return List.of(line(atMillis, "platform.report", record));
  }

  private ObjectNode metrics(Invocation invocation) {
    Invocation.Timing timing = invocation.timing();
    ObjectNode metrics = Json.object();
    metrics.put("durationMs", Billing.millis(timing.duration()));
    metrics.put("billedDurationMs", Billing.billedMillis(timing));
    metrics.put("memorySizeMB", function.memoryMb());
    metrics.put("maxMemoryUsedMB", invocation.maxMemoryMb());
    if (timing.init() != null) {
      metrics.put("initDurationMs", Billing.millis(timing.init()));
    }
    return metrics;
  }

  private static String status(InvocationStatus status) {
    return switch (status) {
      case SUCCESS -> "success";
      case TIMEOUT -> "timeout";
      case ERROR, CRASH -> "error";
    };
  }

  private static ObjectNode phase() {
    ObjectNode record = Json.object();
    record.put("initializationType", "on-demand");
    record.put("phase", "init");
    return record;
  }

  private static String line(long atMillis, String type, ObjectNode record) {
    ObjectNode line = Json.object();
    line.put("time", TIME.format(Instant.ofEpochMilli(atMillis)));
    line.put("type", type);
    line.set("record", record);
    return Json.write(line) + "\n";
  }
}
