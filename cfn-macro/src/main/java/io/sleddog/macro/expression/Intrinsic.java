package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A call of an intrinsic function: an object with the function's name as its only key. */
public final class Intrinsic {
  private static final String REF = "Ref";
  private static final String GET_ATT = "Fn::GetAtt";
  private static final String NO_VALUE = "AWS::NoValue";

  private final String name;
  private final JsonNode argument;

  private Intrinsic(String name, JsonNode argument) {
    this.name = name;
    this.argument = argument;
  }

  /** The call that a node is, if it is one. */
  public static Optional<Intrinsic> of(JsonNode node) {
    if (!node.isObject() || node.size() != 1) {
      return Optional.empty();
    }
    String name = node.fieldNames().next();
    boolean isIntrinsic = name.equals(REF) || name.equals("Condition") || name.startsWith("Fn::");
    return isIntrinsic ? Optional.of(new Intrinsic(name, node.get(name))) : Optional.empty();
  }

  /** Whether a node is a call of any intrinsic function. */
  public static boolean isOne(JsonNode node) {
    return of(node).isPresent();
  }

  /** Whether a node stands for nothing at all. */
  public static boolean isNoValue(JsonNode node) {
    return refTo(node).filter(NO_VALUE::equals).isPresent();
  }

  /** What a node may come to: the branches of {@code Fn::If}, or itself. */
  public static List<JsonNode> outcomes(JsonNode node) {
    return of(node)
        .filter(it -> it.is("Fn::If") && it.argument().isArray())
        .map(it -> Stream.of(it.argument().path(1), it.argument().path(2)))
        .map(branches -> branches.flatMap(it -> outcomes(it).stream()).toList())
        .orElse(List.of(node));
  }

  /** Whether a node stands for nothing at all, or may come to that. */
  public static boolean mayBeNothing(JsonNode node) {
    return outcomes(node).stream().anyMatch(Intrinsic::isNoValue);
  }

  /** The parameter or resource that a node refers to, if it is a {@code Ref}. */
  public static Optional<String> refTo(JsonNode node) {
    return of(node)
        .filter(it -> it.is(REF) && it.argument().isTextual())
        .map(it -> it.argument().asText());
  }

  /**
   * The resource whose attribute a node is, if it is a {@code Fn::GetAtt} of that attribute, or a
   * {@code Fn::Sub} of nothing else.
   */
  public static Optional<String> getAttOf(JsonNode node, String attribute) {
    return of(node)
        .flatMap(it -> it.is(GET_ATT) ? it.dotted() : it.onlyName())
        .filter(it -> it.endsWith("." + attribute))
        .map(it -> it.substring(0, it.length() - attribute.length() - 1));
  }

  /** A reference to a parameter, pseudo parameter or resource. */
  public static ObjectNode ref(String name) {
    return JsonNodeFactory.instance.objectNode().put(REF, name);
  }

  /** One element of a list. */
  static ObjectNode select(int index, JsonNode list) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.putArray("Fn::Select").add(index).add(list);
    return call;
  }

  /** Nothing at all. */
  public static ObjectNode noValue() {
    return ref(NO_VALUE);
  }

  /** The function, such as {@code Ref} or {@code Fn::If}. */
  public String name() {
    return name;
  }

  /** What it is called with. */
  public JsonNode argument() {
    return argument;
  }

  /** Whether the function has that name. */
  public boolean is(String function) {
    return name.equals(function);
  }

  /** The call as a node. */
  ObjectNode node() {
    return JsonNodeFactory.instance.objectNode().set(name, argument);
  }

  /** What stands between the braces of a {@code Fn::Sub} for the same value, if it can. */
  Optional<String> inSub() {
    if (is(REF) && argument.isTextual()) {
      return Optional.of(argument.asText());
    }
    return is(GET_ATT) ? dotted() : Optional.empty();
  }

  /** The call that stands for the braces of a {@code Fn::Sub}. */
  static ObjectNode fromSub(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return ref(name);
    }
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.putArray(GET_ATT).add(name.substring(0, dot)).add(name.substring(dot + 1));
    return call;
  }

  /** The name between the braces of a {@code Fn::Sub} that has nothing around them. */
  private Optional<String> onlyName() {
    List<SubText.Piece> pieces =
        is("Fn::Sub") && argument.isTextual() ? SubText.parse(argument.asText()) : List.of();
    List<SubText.Piece> filled = pieces.stream().filter(it -> !it.text().isEmpty()).toList();
    return filled.size() == 1 && filled.get(0).isName()
        ? Optional.of(filled.get(0).text())
        : Optional.empty();
  }

  private Optional<String> dotted() {
    if (argument.isTextual()) {
      return Optional.of(argument.asText());
    }
    boolean isPair = argument.size() == 2 && argument.path(0).isTextual();
    return isPair && argument.path(1).isTextual()
        ? Optional.of(argument.get(0).asText() + "." + argument.get(1).asText())
        : Optional.empty();
  }
}
