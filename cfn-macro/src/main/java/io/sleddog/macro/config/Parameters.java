package io.sleddog.macro.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Text;
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
 * The parameters' values, each from the place that was taken last among those that set it.
 *
 * <p>Values may come as texts: {@code "false"} is false. An empty text counts as not set. An
 * expression may stand where its value only moves on to the functions.
 */
final class Parameters {
  /** A value of one of these switches an unsupported feature off, which is no wish for it. */
  private static final List<String> INERT = List.of("", "false", "[]");

  private static final int TYPO_DISTANCE = 3;

  private final Texts texts;
  private final Map<Parameter, Text> values = new EnumMap<>(Parameter.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** None yet; their expressions are those of a template. */
  Parameters(Texts texts) {
    this.texts = texts;
  }

  /** Takes values from the environment of the macro's function. */
  void take(Map<String, String> environment) {
    for (Parameter parameter : Parameter.values()) {
      String value = environment.getOrDefault(parameter.environmentKey(), "");
      set(parameter, value.strip());
    }
  }

  /** Takes values from a map in a template. */
  void take(JsonNode map) {
    map.properties().forEach(it -> set(it.getKey(), it.getValue()));
  }

  /** What is wrong with names and values. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Which parameters are there that mean nothing here. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** A value that may be an expression. */
  Optional<Text> expression(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  Optional<String> text(Parameter parameter) {
    return expression(parameter).flatMap(Text::known);
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
  Map<String, Text> variables() {
    Map<String, Text> variables = new LinkedHashMap<>();
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
      setExpression(parameter.get(), node);
    } else if (Unsupported.reason(key).isEmpty()) {
      problems.add("There is no parameter " + key + suggestion(key));
    } else if (!INERT.contains(value.toLowerCase(Locale.ROOT))) {
      List<String> words = Unsupported.isRefused(key) ? problems : warnings;
      words.add("Parameter " + key + ": " + Unsupported.reason(key).get() + ".");
    }
  }

  /** An expression, or its value if that is certain and needed here. */
  private void setExpression(Parameter parameter, JsonNode node) {
    Text text = texts.read(node);
    if (Intrinsic.isOne(node) && parameter.takesExpression()) {
      values.put(parameter, text);
    } else if (Intrinsic.isOne(node) && text.isKnown()) {
      set(parameter, text.known().orElseThrow());
    } else {
      problems.add(
          "Parameter "
              + parameter.key()
              + " is neither a text nor a list of texts, and no expression whose value is known"
              + " before the deployment.");
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
      default ->
          values.put(
              parameter,
              parameter.takesExpression() ? texts.read(TextNode.valueOf(value)) : Text.of(value));
    }
  }

  private void setChecked(Parameter parameter, String value, String pattern, String wanted) {
    if (value.matches(pattern)) {
      values.put(parameter, Text.of(value));
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
