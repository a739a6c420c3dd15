package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a template's parameters and of the pseudo parameters, but for those that are hidden
 * or that CloudFormation looks up by itself.
 */
final class ParameterValues {
  private final Map<String, String> texts;
  private final Map<String, List<String>> lists = new HashMap<>();

  /**
   * Reads them.
   *
   * @param declared the template's parameters
   * @param given the values that the event has; the declaration's default stands for a missing one
   * @param pseudo the values of pseudo parameters, such as {@code AWS::Region}
   */
  ParameterValues(JsonNode declared, JsonNode given, Map<String, String> pseudo) {
    this.texts = new HashMap<>(pseudo);
    declared.properties().forEach(it -> add(it.getKey(), it.getValue(), given.path(it.getKey())));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  Optional<List<String>> list(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  private void add(String name, JsonNode declaration, JsonNode given) {
    String type = declaration.path("Type").asText();
    boolean isHidden = declaration.path("NoEcho").asBoolean(false) || type.startsWith("AWS::SSM::");
    JsonNode value = given.isMissingNode() ? declaration.path("Default") : given;
    if (isHidden || value.isNull() || value.isMissingNode()) {
      return;
    }
    if (type.equals("CommaDelimitedList") || type.startsWith("List<")) {
      lists.put(name, elements(value));
    } else if (value.isValueNode()) {
      texts.put(name, value.asText());
    }
  }

  /** CloudFormation takes the blanks around each element away. */
  private static List<String> elements(JsonNode value) {
    if (!value.isArray()) {
      return Arrays.stream(value.asText().split(",", -1)).map(String::strip).toList();
    }
    List<String> elements = new ArrayList<>();
    value.forEach(it -> elements.add(it.asText().strip()));
    return elements;
  }
}
