package io.sleddog.forwarder.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an SQL statement with question marks in the place of literals, without comments and
 * aliases, and with lists of literals as one, so that statements that differ in them alone are the
 * same resource.
 */
final class SqlStatement {
  /** What stands for a statement that ends within a literal or a comment. */
  static final String UNREADABLE = "Non-parsable SQL query";

  private static final String HIDDEN = "?";
  private static final Set<String> LITERALS = Set.of("NULL", "TRUE", "FALSE");

  private SqlStatement() {}

  static String obfuscated(String statement) {
    List<SqlToken> tokens = SqlTokens.read(statement, false);
    if (tokens == null) {
      tokens = SqlTokens.read(statement, true);
    }
    if (tokens == null) {
      return UNREADABLE;
    }
    String text = text(grouped(kept(tokens)));
    return text.isEmpty() ? UNREADABLE : text;
  }

  /** Without aliases and semicolons, each literal as a question mark. */
  private static List<String> kept(List<SqlToken> tokens) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean hasNext = i + 1 < tokens.size();
      if (token.is("AS") && hasNext && tokens.get(i + 1).isName()) {
        i++;
      } else if (isLiteral(token, i == 0 ? null : tokens.get(i - 1))) {
        kept.add(HIDDEN);
      } else if (!token.is(";")) {
        kept.add(token.text());
      }
    }
    return kept;
  }

  private static boolean isLiteral(SqlToken token, @Nullable SqlToken last) {
    boolean assigned = last != null && (last.is("=") || last.is("SAVEPOINT"));
    return switch (token.kind()) {
      case LITERAL -> true;
      case QUOTED -> assigned;
      case WORD -> LITERALS.contains(token.text().toUpperCase(Locale.ROOT));
      case MARK -> token.is(HIDDEN);
    };
  }

  /** One question mark for several, and one list for several. */
  private static List<String> grouped(List<String> tokens) {
    List<String> grouped = new ArrayList<>();
    for (String token : tokens) {
      grouped.add(token);
      boolean list = true;
      while (list) {
        list =
            drop(grouped, HIDDEN, ",", HIDDEN)
                || drop(grouped, "(", HIDDEN, ")", ",", "(", HIDDEN, ")");
      }
    }
    return grouped;
  }

  /** Shortens an end of this form to the part before its comma. */
  private static boolean drop(List<String> tokens, String... end) {
    int start = tokens.size() - end.length;
    if (start < 0 || !tokens.subList(start, tokens.size()).equals(List.of(end))) {
      return false;
    }
    tokens.subList(start + end.length / 2, tokens.size()).clear();
    return true;
  }

  private static String text(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String token : tokens) {
      boolean joined = token.equals(",") || token.equals(".") || last.equals(".");
      if (text.length() > 0 && !joined) {
        text.append(' ');
      }
      text.append(token);
      last = token;
    }
    return text.toString();
  }
}
