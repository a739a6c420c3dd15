package io.sleddog.local.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.model.InvocationStatus;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Refuses keys and values that mean nothing, since a want that is not understood always holds. */
final class ExpectationKeys {
  private static final Kind TEXT = new Kind("a text", JsonNode::isTextual);
  private static final Kind NUMBER = new Kind("a number", JsonNode::isNumber);
  private static final Kind FLAG = new Kind("true or false", JsonNode::isBoolean);
  private static final Kind LIST = new Kind("a list of objects", each(JsonNode::isObject));
  private static final Kind TEXTS = new Kind("a list of texts", each(JsonNode::isTextual));
  private static final Kind TAGS =
      new Kind(
          "an object of texts and numbers",
          value -> value.isObject() && all(value, JsonNode::isValueNode));
  private static final Kind DURATION =
      new Kind("a number from 0 on", value -> value.isNumber() && value.asDouble() >= 0);
  private static final Kind STATUS =
      new Kind("success, error, timeout or crash", ExpectationKeys::isStatus);
  private static final Kind ANY = new Kind("anything", value -> true);

  private static final Map<String, Kind> INVOCATION =
      Map.of(
          "status", STATUS,
          "maxDurationMs", DURATION,
          "response", ANY,
          "spans", LIST,
          "metrics", LIST,
          "logs", LIST);
  private static final Map<String, Map<String, Kind>> ENTRIES =
      Map.of(
          "spans",
              Map.of("name", TEXT, "resource", TEXT, "service", TEXT, "error", FLAG, "tags", TAGS),
          "metrics", Map.of("metric", TEXT, "value", NUMBER, "tags", TEXTS),
          "logs", Map.of("contains", TEXT));

  /** What a value has to be, in words for people. */
  private record Kind(String words, Predicate<JsonNode> fits) {}

  private ExpectationKeys() {}

  static void check(JsonNode invocation) {
    if (!invocation.isObject()) {
      throw Expectations.problem("need an object for each invocation");
    }
    check(invocation, INVOCATION, "an invocation");
    ENTRIES.forEach(
        (list, keys) -> invocation.path(list).forEach(entry -> check(entry, keys, list)));
  }

  private static void check(JsonNode object, Map<String, Kind> known, String where) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String key = member.getKey();
      Kind kind = known.get(key);
      if (kind == null) {
        throw Expectations.problem("have an unknown key \"" + key + "\" in " + where);
      } else if (!kind.fits().test(member.getValue())) {
        throw Expectations.problem(
            "have in " + where + " a \"" + key + "\" that is not " + kind.words());
      }
    }
  }

  private static boolean isStatus(JsonNode value) {
    return Stream.of(InvocationStatus.values())
        .anyMatch(status -> status.name().toLowerCase(Locale.ROOT).equals(value.textValue()));
  }

  private static Predicate<JsonNode> each(Predicate<JsonNode> fits) {
    return value -> value.isArray() && all(value, fits);
  }

  private static boolean all(JsonNode values, Predicate<JsonNode> fits) {
    for (JsonNode value : values) {
      if (!fits.test(value)) {
        return false;
      }
    }
    return true;
  }
}
