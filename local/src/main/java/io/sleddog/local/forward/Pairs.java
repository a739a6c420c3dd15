package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes in the form of OTLP's JSON. */
final class Pairs {
  private static final Map<String, String> OF_RESOURCES =
      Map.of(
          "env", "deployment.environment.name",
          "host", "host.name",
          "service", "service.name",
          "version", "service.version");

  private final ArrayNode list = Json.array();

  Pairs text(String key, String value) {
    if (!value.isEmpty()) {
      list.addObject().put("key", key).putObject("value").put("stringValue", value);
    }
    return this;
  }

  Pairs number(String key, double value) {
    list.addObject().put("key", key).putObject("value").put("doubleValue", value);
    return this;
  }

  ArrayNode list() {
    return list;
  }

  /** An object with a resource that has these attributes. */
  static ObjectNode resource(Map<String, String> attributes) {
    Pairs pairs = new Pairs();
    attributes.forEach(pairs::text);
    ObjectNode group = Json.object();
    group.putObject("resource").set("attributes", pairs.list());
    return group;
  }

  /** Those of Datadog's tags that say who sent something, under the names that OTLP has. */
  static Map<String, String> resourceOf(List<String> tags) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String tag : tags) {
      int colon = tag.indexOf(':');
      String name = colon < 0 ? null : OF_RESOURCES.get(tag.substring(0, colon));
      if (name != null) {
        attributes.put(name, tag.substring(colon + 1));
      }
    }
    return attributes;
  }

  /** The other tags. */
  static Pairs others(List<String> tags) {
    Pairs pairs = new Pairs();
    for (String tag : tags) {
      int colon = tag.indexOf(':');
      String key = colon < 0 ? tag : tag.substring(0, colon);
      if (!OF_RESOURCES.containsKey(key)) {
        pairs.text(key, colon < 0 ? "true" : tag.substring(colon + 1));
      }
    }
    return pairs;
  }
}
