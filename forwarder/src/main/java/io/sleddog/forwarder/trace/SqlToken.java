package io.sleddog.forwarder.trace;

import java.util.Locale;
import java.util.Set;

/**
 * A part of an SQL statement.
 *
 * @param kind what it is
 * @param text as it stands, without quotes
 */
record SqlToken(Kind kind, String text) {
  private static final Set<String> NO_ALIASES = Set.of("SELECT", "WITH", "VALUES", "TABLE", "ON");

  /** What a part is. */
  enum Kind {
    /** A keyword or a name. */
    WORD,
    /** A name in double quotes, which some dialects take for a text. */
    QUOTED,
    /** A text, a number or a placeholder. */
    LITERAL,
    /** A bracket, an operator or any other character. */
    MARK
  }

  boolean is(String word) {
    return kind != Kind.LITERAL && text.toUpperCase(Locale.ROOT).equals(word);
  }

  /** Whether it can be the name behind {@code AS}. */
  boolean isName() {
    return kind == Kind.QUOTED
        || (kind == Kind.WORD && !NO_ALIASES.contains(text.toUpperCase(Locale.ROOT)));
  }
}
