package io.sleddog.plan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text of which parts may not be known yet: literal pieces with holes between them.
 *
 * <p>A hole stands for what only the deployment will know, such as a CloudFormation intrinsic or a
 * CDK token. It carries the adapter's own object, which the rules never look into: they move it to
 * where the text belongs, and the adapter writes it back there. A hole may have a value besides, if
 * the adapter could find out what it will be; the rules then decide by the value and still move the
 * object.
 *
 * <p>Two texts are equal if their parts are; {@link #sameAs} also sees through holes whose value is
 * known.
 */
public final class Text {
  /** A piece of a text. */
  public sealed interface Part permits Literal, Hole {}

  /**
   * A piece that is known.
   *
   * @param text its characters
   */
  public record Literal(String text) implements Part {}

  /**
   * A piece that only the deployment knows.
   *
   * @param source the adapter's own object for it; needs a meaningful {@code equals}
   * @param label what to call it in a message, such as {@code Ref Stage}
   * @param value what it will be, if that is certain
   */
  public record Hole(Object source, String label, @Nullable String value) implements Part {}

  private final List<Part> parts;

  private Text(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A text that is known. */
  public static Text of(String text) {
    return new Text(text.isEmpty() ? List.of() : List.of(new Literal(text)));
  }

  /** A text of which nothing is known; the parameters are those of {@link Hole}. */
  public static Text hole(Object source, String label) {
    return new Text(List.of(new Hole(source, label, null)));
  }

  /** A text that the deployment computes, with a result that is certain already. */
  public static Text hole(Object source, String label, String value) {
    return new Text(List.of(new Hole(source, label, value)));
  }

  /** The texts one after the other, neighbouring literals made one. */
  public static Text join(List<Text> texts) {
    List<Part> joined = new ArrayList<>();
    for (Text text : texts) {
      text.parts.forEach(part -> append(joined, part));
    }
    return new Text(joined);
  }

  /** This text followed by another. */
  public Text plus(Text next) {
    return join(List.of(this, next));
  }

  /** The pieces in order; no two literals are neighbours, and none is empty. */
  public List<Part> parts() {
    return parts;
  }

  /** The whole text, if no piece of it is unknown. */
  public Optional<String> known() {
    StringBuilder whole = new StringBuilder();
    for (Part part : parts) {
      String value = valueOf(part);
      if (value == null) {
        return Optional.empty();
      }
      whole.append(value);
    }
    return Optional.of(whole.toString());
  }

  /** Whether the whole text is known. */
  public boolean isKnown() {
    return known().isPresent();
  }

  /** Whether the whole text is known and is this one. */
  public boolean is(String text) {
    return known().filter(text::equals).isPresent();
  }

  /** Whether both will be the same text for certain. */
  public boolean sameAs(Text other) {
    return resolved().equals(other.resolved());
  }

  /** This text with the value in the place of every hole that has one. */
  public Text resolved() {
    List<Part> resolved = new ArrayList<>();
    for (Part part : parts) {
      String value = valueOf(part);
      append(resolved, value == null ? part : new Literal(value));
    }
    return new Text(resolved);
  }

  /** The pieces between separators; a separator inside a hole is not seen. */
  public List<Text> split(char separator) {
    List<Text> pieces = new ArrayList<>();
    Text piece = of("");
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        String[] texts = literal.text().split(Pattern.quote(String.valueOf(separator)), -1);
        for (int i = 0; i < texts.length - 1; i++) {
          pieces.add(piece.plus(of(texts[i])));
          piece = of("");
        }
        piece = piece.plus(of(texts[texts.length - 1]));
      } else {
        piece = piece.plus(new Text(List.of(part)));
      }
    }
    pieces.add(piece);
    return pieces;
  }

  /** How to show the text to people: literals as they are, each hole as <code>${label}</code>. */
  public String shape() {
    return parts.stream()
        .map(part -> part instanceof Hole hole ? "${" + hole.label() + "}" : valueOf(part))
        .collect(Collectors.joining());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text text && parts.equals(text.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(parts);
  }

  /** The shape, with the value in the place of every hole that has one. */
  @Override
  public String toString() {
    return resolved().shape();
  }

  private static @Nullable String valueOf(Part part) {
    return part instanceof Hole hole ? hole.value() : ((Literal) part).text();
  }

  private static void append(List<Part> parts, Part next) {
    int last = parts.size() - 1;
    if (next instanceof Literal right && right.text().isEmpty()) {
      return;
    }
    if (next instanceof Literal right && last >= 0 && parts.get(last) instanceof Literal left) {
      parts.set(last, new Literal(left.text() + right.text()));
    } else {
      parts.add(next);
    }
  }
}
