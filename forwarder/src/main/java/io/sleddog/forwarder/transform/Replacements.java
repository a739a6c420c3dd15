package io.sleddog.forwarder.transform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Replacement texts as users of Datadog's forwarder write them, in the form that RE2/J takes. */
final class Replacements {
  /** A group by number, a group by name, a line break, or a character that RE2/J would take. */
  private static final Pattern SPECIAL =
      Pattern.compile("\\\\(\\d)|\\\\g<(\\d+)>|\\\\g<(\\w+)>|(\\\\n)|([$\\\\])");

  private Replacements() {}

  /** Turns {@code \1} and {@code \g<name>} into {@code $1} and {@code ${name}}. */
  static String fromPython(String template) {
    Matcher matcher = SPECIAL.matcher(template);
    StringBuilder text = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      text.append(template, done, matcher.start()).append(translation(matcher));
      done = matcher.end();
    }
    return text.append(template, done, template.length()).toString();
  }

  private static String translation(Matcher matcher) {
    if (matcher.group(1) != null) {
      return "$" + matcher.group(1);
    } else if (matcher.group(2) != null) {
      return "$" + matcher.group(2);
    } else if (matcher.group(3) != null) {
      return "${" + matcher.group(3) + "}";
    }
    return matcher.group(4) != null ? "\n" : "\\" + matcher.group(5);
  }
}
