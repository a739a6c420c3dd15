package io.sleddog.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Payload;
import java.util.List;
import java.util.Locale;

/**
 * Hides secrets in a payload: every value under a key that names one, however deep, also in JSON
 * that is the text of another value (the body of an HTTP event).
 */
final class Mask {
  private static final List<String> SECRET =
      List.of(
          "authorization",
          "password",
          "passwd",
          "secret",
          "token",
          "cookie",
          "api-key",
          "apikey",
          "api_key");
  private static final String HIDDEN = "•••";
  private static final int LONGEST = 500_000;

  private int masked;

  private Mask() {}

  /** The payload as the page shows it; text that is no JSON stays as it is. */
  static ObjectNode shown(Payload payload) {
    Mask mask = new Mask();
    String text = mask.text(payload.text());
    boolean cut = text.length() > LONGEST;
    return Json.object()
        .put("text", cut ? text.substring(0, LONGEST) : text)
        .put("bytes", payload.size())
        .put("masked", mask.masked)
        .put("cut", cut);
  }

  private String text(String text) {
    try {
      return Json.write(value(Json.parse(text)));
    } catch (MalformedJson plain) {
      return text;
    }
  }

  private JsonNode value(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(field(field.getKey(), field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, value(array.get(i)));
      }
    } else if (node.isTextual() && Json.tryParseObject(node.asText()).isPresent()) {
      return Json.array().add(text(node.asText())).get(0);
    }
    return node;
  }

  private JsonNode field(String key, JsonNode value) {
    String word = key.toLowerCase(Locale.ROOT);
    if (SECRET.stream().anyMatch(word::contains) && !value.isContainerNode()) {
      masked++;
      return Json.array().add(HIDDEN).get(0);
    }
    return value(value);
  }
}
