package io.sleddog.forwarder.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** A pattern that RE2/J takes. */
final class LinearPattern implements TextPattern {
  private final Pattern pattern;
  private final boolean looksAtTheEnd;

  LinearPattern(PythonSyntax syntax) {
    this.pattern = Pattern.compile(syntax.forRe2());
    this.looksAtTheEnd = syntax.looksAtTheEnd();
  }

  @Override
  public boolean isIn(String text) {
    return pattern.matcher(text).find()
        || (hasLooseEnd(text) && pattern.matcher(chopped(text)).find());
  }

  @Override
  public boolean begins(String text) {
    return pattern.matcher(text).lookingAt()
        || (hasLooseEnd(text) && pattern.matcher(chopped(text)).lookingAt());
  }

  @Override
  public String replaceIn(String text, Replacement replacement) {
    boolean loose = hasLooseEnd(text);
    Matcher matcher = pattern.matcher(loose ? chopped(text) : text);
    if (!matcher.find()) {
      return text;
    }
    return matcher.replaceAll(replacement.text(name -> name)) + (loose ? "\n" : "");
  }

  @Override
  public boolean hasGroup(int number) {
    return number <= pattern.groupCount();
  }

  @Override
  public boolean hasGroup(String name) {
    return pattern.namedGroups().containsKey(name);
  }

  /** In Python, the end that {@code $} finds is before a line break that ends the text, too. */
  private boolean hasLooseEnd(String text) {
    return looksAtTheEnd && text.endsWith("\n");
  }

  private static String chopped(String text) {
    return text.substring(0, text.length() - 1);
  }
}
