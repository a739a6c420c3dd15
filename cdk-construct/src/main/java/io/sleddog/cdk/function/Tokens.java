package io.sleddog.cdk.function;

import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;

/** What CDK knows late, as the plan's texts with holes, and back. */
public final class Tokens {
  private Tokens() {}

  /** The text of a string that may hold tokens, or of a value as CloudFormation will see it. */
  public static Text text(@Nullable Object value) {
    if (value instanceof String literal && isLiteral(literal)) {
      return Text.of(literal);
    }
    return value == null ? Text.of("") : Text.hole(value, label(value));
  }

  /** CloudFormation looks up what a dynamic reference stands for. */
  private static boolean isLiteral(String text) {
    return !Token.isUnresolved(text) && !text.contains("{{resolve:");
  }

  /** The same, seen through where CDK answers with a token for what is known. */
  static Text text(Stack stack, @Nullable Object value) {
    Object resolved = value == null ? null : stack.resolve(value);
    return text(resolved instanceof String ? resolved : value);
  }

  /** Variables or tags, open unless the whole is one expression. */
  static Entries entries(@Nullable Object value) {
    if (value == null) {
      return Entries.none();
    }
    if (!(value instanceof Map<?, ?> map) || isIntrinsic(map)) {
      return Entries.closed();
    }
    Map<String, Text> texts = new LinkedHashMap<>();
    map.forEach((name, text) -> texts.put(String.valueOf(name), text(text)));
    return Entries.of(texts);
  }

  /** What CDK takes for a text. */
  static Object value(Text text) {
    List<Text.Part> parts = text.parts();
    if (parts.isEmpty()) {
      return "";
    }
    if (parts.size() == 1 && parts.get(0) instanceof Text.Hole hole) {
      return hole.source();
    }
    return Fn.join("", parts.stream().map(Tokens::string).collect(Collectors.toList()));
  }

  /** What CDK takes for a text, as a string that may hold tokens. */
  public static String string(Text text) {
    return string(value(text));
  }

  /** One member of a property, as CloudFormation will see it; nothing if it is not there. */
  static @Nullable Object member(Stack stack, @Nullable Object property, String name) {
    Object resolved = property == null ? null : stack.resolve(property);
    if (!(resolved instanceof Map<?, ?> map)) {
      return null;
    }
    return isIntrinsic(map) ? map : map.get(name);
  }

  static boolean isIntrinsic(Map<?, ?> map) {
    String only = map.size() == 1 ? String.valueOf(map.keySet().iterator().next()) : "";
    return only.equals("Ref") || only.startsWith("Fn::");
  }

  private static String string(Text.Part part) {
    if (part instanceof Text.Literal literal) {
      return literal.text();
    }
    return string(((Text.Hole) part).source());
  }

  private static String string(Object value) {
    return value instanceof String known ? known : Token.asString(value);
  }

  private static String label(Object value) {
    if (!(value instanceof Map<?, ?> map) || !isIntrinsic(map)) {
      return "token";
    }
    Map.Entry<?, ?> call = map.entrySet().iterator().next();
    return call.getValue() instanceof String name ? name : String.valueOf(call.getKey());
  }
}
