package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sent something: its attributes by the names that Datadog gives them.
 *
 * @param attributes as they came
 */
record OtlpResource(Attributes attributes) {
  private static final String UNKNOWN = "unknown_service";

  static OtlpResource of(JsonNode resource) {
    return new OtlpResource(Attributes.of(resource.path("attributes")));
  }

  String service() {
    return attributes.text("service.name", UNKNOWN);
  }

  String host() {
    return attributes.firstOf("datadog.host.name", "host.name");
  }

  /** Env and version, as far as they are named. */
  Map<String, String> unified() {
    Map<String, String> tags = new LinkedHashMap<>();
    putNamed(
        tags, "env", attributes.firstOf("deployment.environment.name", "deployment.environment"));
    putNamed(tags, "version", attributes.text("service.version", ""));
    return tags;
  }

  /** Tags of metrics and logs. */
  List<String> tags() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("service", service());
    all.putAll(unified());
    putNamed(all, "host", host());
    List<String> tags = new ArrayList<>();
    all.forEach((name, value) -> tags.add(name + ":" + value));
    return tags;
  }

  private static void putNamed(Map<String, String> tags, String name, String value) {
    if (!value.isEmpty()) {
      tags.put(name, value);
    }
  }
}
