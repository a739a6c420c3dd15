package io.sleddog.frameworks;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.functions.BundledParts;
import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.json.Json;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.runtime.RuntimeClient;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What one invocation came to. */
record Run(Execution execution) {
  private static final String TRACES = "{\"traces\":";

  static Run of(FunctionSpec function, String event) throws InterruptedException {
    return each(function, List.of(event)).get(0);
  }

  /** The events one after the other in one process. */
  static List<Run> each(FunctionSpec function, List<String> events) throws InterruptedException {
    RuntimeClient client = new RuntimeClient(parts().folder("runtime"));
    List<Run> runs = new ArrayList<>();
    try (CodeStaging staging = CodeStaging.open();
        RunningFunction running =
            new RunningFunction(staging.stage(function), client, Clock.systemUTC())) {
      for (String event : events) {
        runs.add(new Run(running.invoke(Payload.of(event))));
      }
    }
    return runs;
  }

  static BundledParts parts() {
    return new BundledParts(Path.of("target", "parts").toAbsolutePath());
  }

  /** The result, or the error's JSON. */
  String answer() {
    return execution.invocation().payload().text();
  }

  List<String> lines() {
    return execution.events().stream().map(LogEvent::message).toList();
  }

  /** The first line that holds the text and is no line of ours. */
  String line(String text) {
    return lines().stream()
        .filter(line -> line.contains(text) && !line.startsWith(TRACES))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line with " + text + " in\n" + lines()));
  }

  /** The spans of the one trace that was written. */
  List<JsonNode> spans() {
    List<String> traces = lines().stream().filter(line -> line.startsWith(TRACES)).toList();
    if (traces.size() != 1) {
      throw new AssertionError("not one trace but " + traces.size() + " in\n" + lines());
    }
    List<JsonNode> spans = new ArrayList<>();
    Json.parse(traces.get(0)).get("traces").get(0).forEach(spans::add);
    return spans;
  }

  JsonNode span(String name) {
    return spans().stream()
        .filter(span -> span.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + name + " in\n" + lines()));
  }

  /** The trace's id as log lines have it: in decimal, unless it has 128 bits. */
  String logTraceId() {
    JsonNode first = spans().get(0);
    String low = first.get("trace_id").asText();
    JsonNode high = first.get("meta").get("_dd.p.tid");
    return high == null ? decimal(low) : high.asText() + low;
  }

  /** The id of a span as log lines have it. */
  static String logSpanId(JsonNode span) {
    return decimal(span.get("span_id").asText());
  }

  private static String decimal(String hex) {
    return new BigInteger(hex, 16).toString();
  }
}
