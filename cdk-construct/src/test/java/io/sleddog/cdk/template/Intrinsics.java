package io.sleddog.cdk.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Works out a template as CloudFormation would: conditions, references and text functions. A
 * reference to a resource is that resource's logical id, an attribute is {@code id.attribute}.
 */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "eu-west-1",
          "AWS::AccountId", "123456789012",
          "AWS::StackName", "stack",
          "AWS::URLSuffix", "amazonaws.com");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode template;
  private final Map<String, String> parameters;

  Intrinsics(JsonNode template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = parameters;
  }

  /** The resources that are made, worked out. */
  ObjectNode resources() {
    ObjectNode made = NODES.objectNode();
    template
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              JsonNode resource = entry.getValue();
              if (!resource.has("Condition") || holds(resource.path("Condition").asText())) {
                made.set(entry.getKey(), resolve(resource));
              }
            });
    return made;
  }

  /** Whether a condition holds. */
  boolean holds(String condition) {
    JsonNode expression = template.path("Conditions").path(condition);
    if (expression.isMissingNode()) {
      throw new AssertionError("No condition " + condition);
    }
    return test(expression);
  }

  /** Whether an expression of a condition or a rule holds. */
  boolean test(JsonNode expression) {
    Map.Entry<String, JsonNode> call = expression.properties().iterator().next();
    JsonNode argument = call.getValue();
    return switch (call.getKey()) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Not" -> !test(argument.get(0));
      case "Fn::And" -> elements(argument).stream().allMatch(this::test);
      case "Fn::Or" -> elements(argument).stream().anyMatch(this::test);
      case "Fn::Equals" -> text(argument.get(0)).equals(text(argument.get(1)));
      case "Fn::Contains" -> elements(resolve(argument.get(0))).contains(resolve(argument.get(1)));
      case "Fn::EachMemberEquals" ->
          elements(resolve(argument.get(0))).stream()
              .allMatch(member -> member.equals(argument.get(1)));
      default -> throw new AssertionError("No condition function: " + call.getKey());
    };
  }

  private JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      ArrayNode resolved = NODES.arrayNode();
      elements(node).stream()
          .map(this::resolve)
          .filter(element -> !element.isMissingNode())
          .forEach(resolved::add);
      return resolved;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(only.getKey(), only.getValue());
      }
    }
    ObjectNode resolved = NODES.objectNode();
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = resolve(entry.getValue());
              if (!value.isMissingNode()) {
                resolved.set(entry.getKey(), value);
              }
            });
    return resolved;
  }

  private JsonNode call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> reference(argument.asText());
      case "Fn::If" -> resolve(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
      case "Fn::GetAtt" ->
          TextNode.valueOf(argument.get(0).asText() + "." + argument.get(1).asText());
      case "Fn::Sub" -> TextNode.valueOf(substitute(argument.asText()));
      case "Fn::Join" -> TextNode.valueOf(join(argument));
      case "Fn::Split" -> split(argument);
      case "Fn::Select" -> resolve(argument.get(1)).path(argument.get(0).asInt());
      default -> throw new AssertionError("No function: " + function);
    };
  }

  private JsonNode reference(String id) {
    if (id.equals("AWS::NoValue")) {
      return NODES.missingNode();
    }
    JsonNode parameter = template.path("Parameters").path(id);
    if (parameter.isMissingNode()) {
      return TextNode.valueOf(PSEUDO.getOrDefault(id, id));
    }
    String value = parameters.getOrDefault(id, parameter.path("Default").asText());
    if (!parameter.path("Type").asText().equals("CommaDelimitedList")) {
      return TextNode.valueOf(value);
    }
    ArrayNode list = NODES.arrayNode();
    for (String element : value.split(",", -1)) {
      list.add(element);
    }
    return list;
  }

  private String substitute(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll((MatchResult match) -> text(reference(match.group(1))));
  }

  private String join(JsonNode argument) {
    return elements(resolve(argument.get(1))).stream()
        .map(JsonNode::asText)
        .collect(Collectors.joining(argument.get(0).asText()));
  }

  private ArrayNode split(JsonNode argument) {
    ArrayNode pieces = NODES.arrayNode();
    for (String piece : text(argument.get(1)).split(Pattern.quote(argument.get(0).asText()), -1)) {
      pieces.add(piece);
    }
    return pieces;
  }

  private String text(JsonNode node) {
    return resolve(node).asText();
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
