package io.sleddog.forwarder.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the place of a match, in Python's syntax: {@code \1}, {@code \g<1>} and {@code
 * \g<name>} are groups, {@code \n} and the like characters.
 */
public final class Replacement {
  private static final Pattern SPECIAL =
      Pattern.compile("\\\\(\\d{1,2})|\\\\g<(\\d{1,2})>|\\\\g<(\\w+)>|\\\\([nrt\\\\])");

  private final List<Part> parts = new ArrayList<>();

  /** A piece of text, or a group by its number or name. */
  private record Part(String text, boolean isNumber, boolean isName) {}

  /** Reads a replacement; what is no group and no character stands for itself. */
  public Replacement(String python) {
    Matcher matcher = SPECIAL.matcher(python);
    int done = 0;
    while (matcher.find()) {
      parts.add(literal(python.substring(done, matcher.start())));
      parts.add(part(matcher));
      done = matcher.end();
    }
    parts.add(literal(python.substring(done)));
  }

  /** Whether a pattern has all the groups that are named here. */
  public boolean fits(TextPattern pattern) {
    for (Part part : parts) {
      boolean missing =
          (part.isNumber() && !pattern.hasGroup(Integer.parseInt(part.text())))
              || (part.isName() && !pattern.hasGroup(part.text()));
      if (missing) {
        return false;
      }
    }
    return true;
  }

  /** The replacement as the engines take it. */
  String text(UnaryOperator<String> groupName) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.isNumber()) {
        text.append('$').append(part.text());
      } else if (part.isName()) {
        text.append("${").append(groupName.apply(part.text())).append('}');
      } else {
        text.append(Matcher.quoteReplacement(part.text()));
      }
    }
    return text.toString();
  }

  private static Part literal(String text) {
    return new Part(text, false, false);
  }

  private static Part part(Matcher matcher) {
    if (matcher.group(3) != null) {
      return new Part(matcher.group(3), false, true);
    } else if (matcher.group(4) != null) {
      return literal(
          switch (matcher.group(4)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> "\\";
          });
    }
    String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new Part(number, true, false);
  }
}
