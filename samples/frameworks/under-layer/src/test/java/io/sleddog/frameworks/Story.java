package io.sleddog.frameworks;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an invocation answered and wrote, without what is another every time. */
final class Story {
  private static final Set<String> ANOTHER_EVERY_TIME =
      Set.of("request_id", "_dd.p.tid", "error.stack");

  private Story() {}

  static String of(Run run) {
    List<String> parts = new ArrayList<>();
    String answer = run.answer();
    parts.add(answer.contains("stackTrace") ? "failed" : answer);
    Map<String, String> names = new HashMap<>();
    for (JsonNode span : run.spans()) {
      names.put(span.get("span_id").asText(), span.get("name").asText());
    }
    for (JsonNode span : run.spans()) {
      parts.add(span(span, names));
    }
    run.lines().stream()
        .filter(line -> line.startsWith("{\"m\":"))
        .map(Story::point)
        .forEach(parts::add);
    return String.join("\n", parts);
  }

  private static String span(JsonNode span, Map<String, String> names) {
    StringBuilder text = new StringBuilder();
    for (String field : List.of("name", "service", "resource", "type", "error")) {
      text.append(field).append('=').append(span.path(field).asText()).append(' ');
    }
    text.append("below ").append(names.get(span.get("parent_id").asText()));
    Map<String, String> tags = new TreeMap<>();
    for (String kind : List.of("meta", "metrics")) {
      span.path(kind).properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    }
    tags.keySet().removeAll(ANOTHER_EVERY_TIME);
    return text + " " + tags;
  }

  private static String point(String line) {
    JsonNode point = Json.parse(line.strip());
    return point.get("m").asText() + " " + point.get("v") + " " + point.get("t");
  }
}
