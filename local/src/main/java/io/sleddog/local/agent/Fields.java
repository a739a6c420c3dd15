package io.sleddog.local.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows the head of a line: fields between bars, in any order, named by how they begin.
 * Unknown ones are left out. What a client says of its container becomes tags.
 */
final class Fields {
  private static final List<String> CARDINALITIES = List.of("none", "low", "orchestrator", "high");
  private static final List<String> NAMED =
      List.of("card:", "c:", "e:", "d:", "h:", "k:", "p:", "s:", "t:");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> tags = new ArrayList<>();

  private Fields() {}

  /**
   * Reads fields.
   *
   * @param parts the texts between the bars
   * @throws MalformedInput if a field has no value that it may have
   */
  static Fields of(List<String> parts) {
    Fields fields = new Fields();
    parts.forEach(fields::add);
    return fields;
  }

  private void add(String part) {
    if (part.startsWith("#")) {
      addTags(part.substring(1));
    } else if (part.startsWith("@") || part.startsWith("T")) {
      values.put(part.substring(0, 1), part.substring(1));
    } else {
      NAMED.stream()
          .filter(part::startsWith)
          .findFirst()
          .ifPresent(name -> addNamed(name, part.substring(name.length())));
    }
  }

  private void addTags(String list) {
    for (String tag : list.split(",", -1)) {
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
  }

  private void addNamed(String name, String value) {
    switch (name) {
      case "card:" -> {
        requireOneOf(name, value, CARDINALITIES);
        tags.add("card:" + value);
      }
      case "c:" ->
          tags.add("container_id:" + (value.startsWith("ci-") ? value.substring(3) : value));
      case "e:" -> addExternal(value);
      default -> values.put(name, value);
    }
  }

  /** Whether it is an init container is of no use here; the others name the container and pod. */
  private void addExternal(String list) {
    for (String part : list.split(",", -1)) {
      if (part.startsWith("cn-")) {
        tags.add("kube_container_name:" + part.substring(3));
      } else if (part.startsWith("pu-")) {
        tags.add("pod_uid:" + part.substring(3));
      }
    }
  }

  /** The tags, in their order. */
  List<String> tags() {
    return List.copyOf(tags);
  }

  /** Whether the field is there. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A field's text; empty if it is not there. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** A field that must be one of these words, the first of which holds if it is not there. */
  String word(String name, List<String> words) {
    String value = values.getOrDefault(name, words.get(0));
    requireOneOf(name, value, words);
    return value;
  }

  /** How often the client told what happened: above 0 and at most 1, 1 if it says nothing. */
  double rate() {
    if (!has("@")) {
      return 1;
    }
    double rate = number("@", text("@"));
    if (rate <= 0 || rate > 1) {
      throw new MalformedInput("the rate after @ must be above 0 and at most 1");
    }
    return rate;
  }

  /** A time in seconds since the epoch, or the one given if the field is not there. */
  long seconds(String name, long now) {
    if (!has(name)) {
      return now;
    }
    try {
      long seconds = Long.parseLong(text(name));
      if (seconds > 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw new MalformedInput("the time after " + name + " must be whole seconds", e);
    }
    throw new MalformedInput("the time after " + name + " must be after 1970");
  }

  /** A finite number. */
  static double number(String what, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new MalformedInput("the value of " + what + " is no number", e);
    }
    throw new MalformedInput("the value of " + what + " is not finite");
  }

  private static void requireOneOf(String name, String value, List<String> words) {
    if (!words.contains(value)) {
      throw new MalformedInput(name + " must be followed by one of " + String.join(", ", words));
    }
  }
}
