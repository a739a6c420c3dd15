package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What expressions will be, where the template and its parameters leave no doubt.
 *
 * <p>Known are the region, account and partition, parameters that are neither hidden nor looked up
 * in Parameter Store, mappings, and what is built from those. All else has no value here.
 */
public final class Values {
  /** How many keys lead into a mapping; what follows is a default value. */
  private static final int KEYS = 3;

  private static final JsonNode MISSING = MissingNode.getInstance();
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

  private final JsonNode template;
  private final ParameterValues parameters;
  private final Conditions conditions;

  /**
   * The values for one template.
   *
   * @param template the template
   * @param parameters the values of its parameters, as the event has them
   * @param pseudo the values of pseudo parameters, such as {@code AWS::Region}
   */
  public Values(JsonNode template, JsonNode parameters, Map<String, String> pseudo) {
    this.template = template;
    this.parameters = new ParameterValues(template.path("Parameters"), parameters, pseudo);
    this.conditions = new Conditions(template.path("Conditions"), this);
  }

  /** The text that a node will be, if that is certain. */
  public Optional<String> of(JsonNode node) {
    if (node.isValueNode() && !node.isNull()) {
      return DynamicReference.parse(node.asText()).known();
    }
    return Intrinsic.of(node).flatMap(this::of);
  }

  /** The texts that a list will consist of, if all of that is certain. */
  public Optional<List<String>> list(JsonNode node) {
    return node.isArray() ? all(node, this::of) : Intrinsic.of(node).flatMap(this::list);
  }

  /** The node itself, or the branch that will be chosen if it is a {@code Fn::If} without doubt. */
  public JsonNode chosen(JsonNode node) {
    Optional<Intrinsic> choice = Intrinsic.of(node).filter(it -> it.is("Fn::If"));
    return choice.flatMap(this::branch).map(this::chosen).orElse(node);
  }

  private Optional<String> of(Intrinsic call) {
    return switch (call.name()) {
      case "Ref" -> parameters.text(call.argument().asText());
      case "Fn::FindInMap" ->
          findInMap(call.argument()).filter(it -> !it.isArray()).flatMap(this::of);
      case "Fn::Select" -> select(call.argument());
      case "Fn::Join" -> join(call.argument());
      case "Fn::Sub" -> sub(call.argument());
      case "Fn::If" -> branch(call).flatMap(this::of);
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> branch(Intrinsic call) {
    return conditions
        .isTrue(call.argument().path(0).asText())
        .map(isTrue -> call.argument().path(isTrue ? 1 : 2));
  }

  private Optional<List<String>> list(Intrinsic call) {
    return switch (call.name()) {
      case "Ref" -> parameters.list(call.argument().asText());
      case "Fn::FindInMap" ->
          findInMap(call.argument()).filter(JsonNode::isArray).flatMap(this::list);
      case "Fn::Split" -> split(call.argument());
      case "Fn::If" -> branch(call).flatMap(this::list);
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> findInMap(JsonNode keys) {
    List<JsonNode> path = new ArrayList<>();
    keys.forEach(path::add);
    JsonNode fallback = path.size() > KEYS ? path.remove(KEYS).path("DefaultValue") : MISSING;
    JsonNode found = template.path("Mappings");
    for (JsonNode key : path) {
      Optional<String> name = of(key);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      found = found.path(name.get());
    }
    return Optional.of(found.isMissingNode() ? fallback : found);
  }

  private Optional<List<String>> split(JsonNode argument) {
    String delimiter = argument.path(0).asText();
    return of(argument.path(1))
        .filter(it -> !delimiter.isEmpty())
        .map(it -> List.of(it.split(Pattern.quote(delimiter), -1)));
  }

  private Optional<String> select(JsonNode argument) {
    Optional<Integer> index =
        of(argument.path(0)).filter(INDEX.asMatchPredicate()).map(Integer::valueOf);
    return list(argument.path(1))
        .filter(it -> index.isPresent() && index.get() < it.size())
        .map(it -> it.get(index.orElseThrow()));
  }

  private Optional<String> join(JsonNode argument) {
    return list(argument.path(1)).map(it -> String.join(argument.path(0).asText(), it));
  }

  private Optional<String> sub(JsonNode argument) {
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    StringBuilder value = new StringBuilder();
    for (SubText.Piece piece : SubText.parse(text)) {
      Optional<String> next =
          piece.isName() ? named(piece.text(), argument) : Optional.of(piece.text());
      if (next.isEmpty()) {
        return next;
      }
      value.append(next.get());
    }
    return Optional.of(value.toString());
  }

  private Optional<String> named(String name, JsonNode argument) {
    JsonNode own = argument.path(1).path(name);
    return own.isMissingNode() ? parameters.text(name) : of(own);
  }

  /** What each element becomes, if all of them become something. */
  static <T> Optional<List<T>> all(JsonNode nodes, Function<JsonNode, Optional<T>> each) {
    List<T> all = new ArrayList<>();
    for (JsonNode node : nodes.isArray() ? nodes : JsonNodeFactory.instance.arrayNode()) {
      Optional<T> next = each.apply(node);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      all.add(next.get());
    }
    return Optional.of(all);
  }
}
