package io.sleddog.forwarder.transform;

import io.sleddog.forwarder.json.JsonFields;
import io.sleddog.forwarder.json.SpacedJson;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lists in a log of AWS WAF into objects by name, since lists of objects cannot be
 * searched in Datadog.
 */
final class WafMessage {
  private static final String RULE_ID = "ruleId";
  private static final String GROUP_ID = "ruleGroupId";
  private static final String GROUPS = "ruleGroupList";
  private static final String UNNAMED = "null";

  private WafMessage() {}

  /** The log with such objects; the same one if its message is no JSON object. */
  static LogRecord reshape(LogRecord record) throws IOException {
    Map<String, String> message =
        record.message() == null ? null : JsonFields.ofObject(record.messageText());
    if (message == null) {
      return record;
    }
    headers(message);
    name(message, "rateBasedRuleList");
    name(message, "nonTerminatingMatchingRules");
    List<String> groups = JsonFields.ofArray(message.getOrDefault(GROUPS, ""));
    if (!groups.isEmpty()) {
      message.put(GROUPS, groups(message.getOrDefault(GROUPS, ""), groups));
    }
    Slice json = Slice.of(JsonFields.object(message));
    return record.withMessage(SpacedJson.of(json.array(), json.offset(), json.length()));
  }

  private static void headers(Map<String, String> message) throws IOException {
    Map<String, String> request = JsonFields.ofObject(message.getOrDefault("httpRequest", ""));
    if (request != null) {
      name(request, "headers");
      message.put("httpRequest", JsonFields.object(request));
    }
  }

  private static void name(Map<String, String> fields, String list) throws IOException {
    List<String> entries = JsonFields.ofArray(fields.getOrDefault(list, ""));
    if (!entries.isEmpty()) {
      Map<String, String> named = new LinkedHashMap<>();
      for (String entry : entries) {
        add(entry, named);
      }
      fields.put(list, JsonFields.object(named));
    }
  }

  /** Puts an entry under its own name; several without one are told apart. */
  private static void add(String json, Map<String, String> named) throws IOException {
    Map<String, String> entry = JsonFields.ofObject(json);
    if (entry == null) {
      named.put(free(named), json);
      return;
    }
    String key = take(entry, RULE_ID);
    key = key.isEmpty() ? take(entry, "rateBasedRuleName") : key;
    if (!key.isEmpty()) {
      named.put(key, JsonFields.object(entry));
    } else if (entry.containsKey("name") && entry.containsKey("value")) {
      named.put(JsonFields.text(entry.get("name")), entry.getOrDefault("value", UNNAMED));
    } else {
      named.put(free(named), JsonFields.object(entry));
    }
  }

  private static String groups(String list, List<String> groups) throws IOException {
    Map<String, Map<String, String>> named = new LinkedHashMap<>();
    for (String json : groups) {
      Map<String, String> group = JsonFields.ofObject(json);
      if (group == null) {
        return list; // what is no group has no place in an object of groups
      }
      String id = take(group, GROUP_ID);
      merge(group, named.computeIfAbsent(id.isEmpty() ? UNNAMED : id, k -> new LinkedHashMap<>()));
    }
    Map<String, String> all = new LinkedHashMap<>();
    named.forEach((id, group) -> all.put(id, JsonFields.object(group)));
    return JsonFields.object(all);
  }

  private static void merge(Map<String, String> group, Map<String, String> into)
      throws IOException {
    for (Map.Entry<String, String> part : group.entrySet()) {
      String value = part.getValue();
      if (value.equals("null") || value.equals("[]") || value.equals("{}")) {
        continue;
      }
      Map<String, String> rules = new LinkedHashMap<>();
      switch (part.getKey()) {
        case "terminatingRule" -> add(value, rules);
        case "nonTerminatingMatchingRules", "excludedRules" -> {
          for (String rule : JsonFields.ofArray(value)) {
            add(rule, rules);
          }
        }
        default -> {
          into.put(part.getKey(), value);
          continue;
        }
      }
      into.put(part.getKey(), joined(into.get(part.getKey()), rules));
    }
  }

  private static String joined(@Nullable String object, Map<String, String> more)
      throws IOException {
    Map<String, String> all = object == null ? null : JsonFields.ofObject(object);
    Map<String, String> joined = all == null ? new LinkedHashMap<>() : all;
    joined.putAll(more);
    return JsonFields.object(joined);
  }

  private static String take(Map<String, String> entry, String name) throws IOException {
    String text = JsonFields.text(entry.get(name));
    if (!text.isEmpty()) {
      entry.remove(name);
    }
    return text;
  }

  private static String free(Map<String, String> named) {
    String key = UNNAMED;
    for (int i = 2; named.containsKey(key); i++) {
      key = UNNAMED + "_" + i;
    }
    return key;
  }
}
