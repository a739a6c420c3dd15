package io.sleddog.macro.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters' values, each from the nearest place that sets it: the transform's own parameters,
 * then the template's mapping, then the environment of the macro's function.
 *
 * <p>Values may come as texts: {@code "false"} is false. An empty text counts as not set.
 */
final class Parameters {
  /** A value of one of these switches an unsupported feature off, which is no wish for it. */
  private static final List<String> INERT = List.of("", "false", "[]");

  private static final int TYPO_DISTANCE = 3;

  private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Parameters(Map<String, String> environment, JsonNode mapping, JsonNode transform) {
    for (Parameter parameter : Parameter.values()) {
      String value = environment.getOrDefault(parameter.environmentKey(), "");
      set(parameter, value.strip());
    }
    mapping.properties().forEach(it -> set(it.getKey(), it.getValue()));
    transform.properties().forEach(it -> set(it.getKey(), it.getValue()));
  }

  /** What is wrong with names and values. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Which parameters are there that mean nothing here. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  boolean flag(Parameter parameter, boolean fallback) {
    return text(parameter).map(Boolean::parseBoolean).orElse(fallback);
  }

  Optional<Integer> number(Parameter parameter) {
    return text(parameter).map(Integer::valueOf);
  }

  List<String> list(Parameter parameter) {
    return text(parameter)
        .map(it -> Arrays.stream(it.split(",", 0)).map(String::strip).filter(x -> !x.isEmpty()))
        .map(Stream::toList)
        .orElse(List.of());
  }

  /** The variables that are set as they are. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    values.forEach(
        (parameter, value) -> parameter.variable().ifPresent(key -> variables.put(key, value)));
    return variables;
  }

  private void set(String key, JsonNode node) {
    Optional<Parameter> parameter = Parameter.of(key);
    String value = text(node);
    if (parameter.isPresent() && (node.isValueNode() || node.isArray())) {
      set(parameter.get(), value);
    } else if (parameter.isPresent()) {
      problems.add(
          "Parameter "
              + key
              + " is neither a text nor a list of texts. Of expressions, CloudFormation resolves"
              + " here only a Ref to a parameter of the template.");
    } else if (Unsupported.reason(key).isEmpty()) {
      problems.add("There is no parameter " + key + suggestion(key));
    } else if (!INERT.contains(value.toLowerCase(Locale.ROOT))) {
      List<String> words = Unsupported.isRefused(key) ? problems : warnings;
      words.add("Parameter " + key + ": " + Unsupported.reason(key).get() + ".");
    }
  }

  private void set(Parameter parameter, String value) {
    if (value.isEmpty()) {
      return;
    }
    String lowerCase = value.toLowerCase(Locale.ROOT);
    switch (parameter.kind()) {
      case FLAG -> setChecked(parameter, lowerCase, "true|false", "true or false");
      case NUMBER -> setChecked(parameter, value, "\\d{1,9}", "a whole number");
      default -> values.put(parameter, value);
    }
  }

  private void setChecked(Parameter parameter, String value, String pattern, String wanted) {
    if (value.matches(pattern)) {
      values.put(parameter, value);
    } else {
      problems.add("Parameter " + parameter.key() + " is \"" + value + "\": give " + wanted + ".");
    }
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.isNull() ? "" : node.asText().strip();
    }
    List<String> texts = new ArrayList<>();
    node.forEach(it -> texts.add(it.asText().strip()));
    return String.join(",", texts);
  }

  private static String suggestion(String key) {
    Map<Integer, String> byDistance = new HashMap<>();
    for (Parameter parameter : Parameter.values()) {
      byDistance.putIfAbsent(Typo.distance(key, parameter.key()), parameter.key());
    }
    int nearest = byDistance.keySet().stream().min(Integer::compare).orElse(TYPO_DISTANCE + 1);
    boolean isTypo = nearest <= TYPO_DISTANCE && 2 * nearest <= key.length();
    return isTypo ? ". Did you mean " + byDistance.get(nearest) + "?" : ".";
  }
}
