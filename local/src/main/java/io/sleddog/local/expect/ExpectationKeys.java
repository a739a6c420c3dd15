package io.sleddog.local.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Refuses keys that mean nothing, since a misspelt want would always hold. */
final class ExpectationKeys {
  private static final Set<String> INVOCATION =
      Set.of("status", "maxDurationMs", "response", "spans", "metrics", "logs");
  private static final Map<String, Set<String>> ENTRIES =
      Map.of(
          "spans", Set.of("name", "resource", "service", "error", "tags"),
          "metrics", Set.of("metric", "value", "tags"),
          "logs", Set.of("contains"));

  private ExpectationKeys() {}

  static void check(JsonNode invocation) {
    if (!invocation.isObject()) {
      throw Expectations.problem("need an object for each invocation");
    }
    check(invocation, INVOCATION, "an invocation");
    ENTRIES.forEach(
        (list, keys) -> invocation.path(list).forEach(entry -> check(entry, keys, list)));
  }

  private static void check(JsonNode object, Set<String> known, String where) {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw Expectations.problem("have an unknown key \"" + key + "\" in " + where);
              }
            });
  }
}
