package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.List;

/** The texts of a body of version 0.5, which spans name by their place. */
final class StringTable {
  private static final List<String> TEXTS = List.of("service", "name", "resource", "type");

  private final JsonNode texts;

  StringTable(JsonNode texts) {
    this.texts = texts;
  }

  /** Puts texts for places into a span whose fields have their names already. */
  ObjectNode resolve(ObjectNode span, String place) {
    TEXTS.forEach(key -> span.put(key, at(span.path(key).asText(), place)));
    ObjectNode meta = Json.object();
    span.path("meta")
        .properties()
        .forEach(tag -> meta.put(at(tag.getKey(), place), at(tag.getValue().asText(), place)));
    span.set("meta", meta);
    ObjectNode metrics = Json.object();
    span.path("metrics")
        .properties()
        .forEach(tag -> metrics.set(at(tag.getKey(), place), tag.getValue()));
    span.set("metrics", metrics);
    return span;
  }

  private String at(String index, String place) {
    try {
      JsonNode text = texts.path(Integer.parseInt(index));
      if (text.isTextual()) {
        return text.asText();
      }
    } catch (NumberFormatException noIndex) {
      throw new MalformedInput(place + " must name texts by their place in the table", noIndex);
    }
    throw new MalformedInput(place + " names text " + index + ", which the table does not have");
  }
}
