package io.sleddog.macro.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@code Fn::Sub}: pieces as they stand, and names between braces. */
final class SubText {
  /**
   * A piece of the text.
   *
   * @param text its characters, or the name between the braces
   * @param isName whether it is a name
   */
  record Piece(String text, boolean isName) {}

  private static final Pattern BRACES = Pattern.compile("\\$\\{(!?)\\s*([^{}]*?)\\s*}");

  private SubText() {}

  static List<Piece> parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int from = 0;
    while (braces.find()) {
      pieces.add(new Piece(text.substring(from, braces.start()), false));
      boolean isEscaped = braces.group(1).equals("!");
      String name = braces.group(2);
      pieces.add(isEscaped ? new Piece("${" + name + "}", false) : new Piece(name, true));
      from = braces.end();
    }
    pieces.add(new Piece(text.substring(from), false));
    return pieces;
  }

  /** A text as it must stand to be taken as it is. */
  static String escape(String text) {
    return text.replace("${", "${!");
  }
}
