package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns nodes of a template into the plan's texts and back.
 *
 * <p>A text that was read is written as the node it was read from, so an expression that only moves
 * stays as the user wrote it.
 */
public final class Texts {
  private final Values values;
  private final Map<Text, JsonNode> read = new HashMap<>();

  /** Texts of a template with these values. */
  public Texts(Values values) {
    this.values = values;
  }

  /** The text that a node stands for. */
  public Text read(JsonNode node) {
    Text text = parse(node);
    if (node.isContainerNode()) {
      read.putIfAbsent(text, node);
    }
    return text;
  }

  /** A reference to a parameter, pseudo parameter or resource as a text. */
  public Text ref(String name) {
    return hole(Intrinsic.ref(name), name);
  }

  /**
   * The elements of a list, each as an expression of its own; nothing if only the deployment knows
   * how many there are. Empty ones are left out.
   */
  public Optional<ArrayNode> elements(JsonNode list) {
    return values
        .list(list)
        .map(
            texts -> {
              ArrayNode elements = JsonNodeFactory.instance.arrayNode();
              for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).isEmpty()) {
                  elements.add(Intrinsic.select(i, list.deepCopy()));
                }
              }
              return elements;
            });
  }

  /** The node that stands for a text. */
  public JsonNode write(Text text) {
    JsonNode known = read.get(text);
    if (known != null) {
      return known.deepCopy();
    }
    List<Text.Part> parts = DynamicReference.unfold(text).parts();
    if (parts.isEmpty()) {
      return TextNode.valueOf("");
    }
    return parts.size() == 1 ? piece(parts.get(0)) : sub(parts).orElseGet(() -> join(parts));
  }

  private Text parse(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Text.of("");
    }
    if (node.isValueNode()) {
      return DynamicReference.parse(node.asText());
    }
    return Intrinsic.of(node).flatMap(this::pieces).orElseGet(() -> hole(node, "an expression"));
  }

  private Optional<Text> pieces(Intrinsic call) {
    JsonNode argument = call.argument();
    if (call.is("Fn::Sub")) {
      return Optional.of(sub(argument));
    }
    if (call.is("Fn::Join") && isOpen(argument)) {
      return Optional.of(joined(argument.path(0).asText(), argument.path(1)));
    }
    return Optional.of(
        call.inSub()
            .map(name -> hole(Intrinsic.fromSub(name), name))
            .orElseGet(() -> hole(call.node(), call.name())));
  }

  private Text sub(JsonNode argument) {
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    List<Text> pieces = new ArrayList<>();
    for (SubText.Piece piece : SubText.parse(text)) {
      pieces.add(piece.isName() ? named(piece.text(), argument) : Text.of(piece.text()));
    }
    return Text.join(pieces);
  }

  /** Whether it is certain how many pieces are joined, and by what. */
  private static boolean isOpen(JsonNode join) {
    if (!join.path(0).isTextual() || !join.path(1).isArray()) {
      return false;
    }
    boolean isCertain = true;
    for (JsonNode piece : join.path(1)) {
      isCertain &= !Intrinsic.mayBeNothing(piece);
    }
    return isCertain;
  }

  private Text joined(String delimiter, JsonNode nodes) {
    List<Text> pieces = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (!pieces.isEmpty()) {
        pieces.add(Text.of(delimiter));
      }
      pieces.add(parse(node));
    }
    return Text.join(pieces);
  }

  private Text named(String name, JsonNode argument) {
    JsonNode own = argument.path(1).path(name);
    return own.isMissingNode() ? hole(Intrinsic.fromSub(name), name) : parse(own);
  }

  private Text hole(JsonNode source, String label) {
    return values
        .of(source)
        .map(value -> Text.hole(source, label, value))
        .orElseGet(() -> Text.hole(source, label));
  }

  private static JsonNode piece(Text.Part part) {
    return part instanceof Text.Hole hole
        ? ((JsonNode) hole.source()).deepCopy()
        : TextNode.valueOf(((Text.Literal) part).text());
  }

  /** One {@code Fn::Sub}, if every hole can stand between its braces. */
  private static Optional<JsonNode> sub(List<Text.Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Text.Part part : parts) {
      if (part instanceof Text.Literal literal) {
        text.append(SubText.escape(literal.text()));
        continue;
      }
      Optional<String> name = Intrinsic.of(piece(part)).flatMap(Intrinsic::inSub);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      text.append("${").append(name.get()).append('}');
    }
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    return Optional.of(call.put("Fn::Sub", text.toString()));
  }

  private static JsonNode join(List<Text.Part> parts) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    ArrayNode arguments = call.putArray("Fn::Join").add("");
    ArrayNode pieces = arguments.addArray();
    parts.forEach(part -> pieces.add(piece(part)));
    return call;
  }
}
