package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.trace.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits an SQL statement of any dialect, in one pass and without understanding it. */
final class SqlTokens {
  private static final String OPERATORS = "<>=!|&^~*/+-%@:#";

  private final String sql;
  private final boolean backslashes;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private boolean broken;

  private SqlTokens(String sql, boolean backslashes) {
    this.sql = sql;
    this.backslashes = backslashes;
  }

  /**
   * The parts of a statement, without comments; null if it ends within a part.
   *
   * @param backslashes whether a backslash within a text takes the next character's meaning away
   */
  static @Nullable List<SqlToken> read(String sql, boolean backslashes) {
    SqlTokens reader = new SqlTokens(sql, backslashes);
    while (reader.at < sql.length() && !reader.broken) {
      reader.next();
    }
    return reader.broken ? null : reader.tokens;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isLineComment(c)) {
      int end = sql.indexOf('\n', at);
      at = end < 0 ? sql.length() : end;
    } else if (starts("/*")) {
      to(sql.indexOf("*/", at + 2), 2);
    } else if (c == '\'') {
      quoted(Kind.LITERAL, '\'');
    } else if (c == '"' || c == '`') {
      quoted(Kind.QUOTED, c);
    } else if (c == '[' && isBracketed()) {
      int end = sql.indexOf(']', at);
      add(Kind.QUOTED, sql.substring(at + 1, end), end + 1);
    } else {
      plain(c);
    }
  }

  private void plain(char c) {
    if (c == '$') {
      dollar();
    } else if (c == '%') {
      percent();
    } else if (isNumber(c)) {
      number();
    } else if (isName(at) || ((c == ':' || c == '@') && isName(at + 1))) {
      word();
    } else {
      operator(c);
    }
  }

  private void operator(char c) {
    int end = at + 1;
    while (OPERATORS.indexOf(c) >= 0 && end < sql.length() && goesOn(c, sql.charAt(end))) {
      end++;
    }
    add(Kind.MARK, sql.substring(at, end), end);
  }

  private static boolean goesOn(char first, char c) {
    return "<>=|&~*".indexOf(c) >= 0 || (first == ':' && c == ':');
  }

  /** A text up to its closing quote; a doubled quote belongs to the text. */
  private void quoted(Kind kind, char quote) {
    int end = at + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (c == '\\' && backslashes && quote == '\'') {
        end += 2;
      } else if (c != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        add(kind, sql.substring(at + 1, end), end + 1);
        return;
      }
    }
    broken = true;
  }

  /** {@code $1} or {@code $tag$text$tag$}; or else an operator. */
  private void dollar() {
    int end = at + 1;
    while (isName(end)) {
      end++;
    }
    if (end < sql.length() && sql.charAt(end) == '$') {
      String tag = sql.substring(at, end + 1);
      to(sql.indexOf(tag, end + 1), tag.length());
      tokens.add(new SqlToken(Kind.LITERAL, ""));
    } else if (isDigit(at + 1)) {
      add(Kind.LITERAL, "", end);
    } else {
      operator('$');
    }
  }

  /** {@code %s} or {@code %(name)s}; or else an operator. */
  private void percent() {
    if (starts("%(")) {
      to(sql.indexOf(')', at), 2);
      tokens.add(new SqlToken(Kind.LITERAL, ""));
    } else if (at + 1 < sql.length() && "sbdf".indexOf(sql.charAt(at + 1)) >= 0) {
      add(Kind.LITERAL, "", at + 2);
    } else {
      operator('%');
    }
  }

  private void number() {
    int end = at + 1;
    while (end < sql.length() && (isName(end) || sql.charAt(end) == '.' || isExponent(end))) {
      end++;
    }
    add(Kind.LITERAL, "", end);
  }

  private void word() {
    int end = at + 1;
    while (isName(end) || isInnerDot(end)) {
      end++;
    }
    end += sql.startsWith(".*", end) ? 2 : 0;
    boolean prefix = end == at + 1 && end < sql.length() && sql.charAt(end) == '\'';
    if (prefix && "xXbBnNeE".indexOf(sql.charAt(at)) >= 0) {
      at = end; // as in N'text', where the letter is part of the text
      return;
    }
    add(Kind.WORD, sql.substring(at, end), end);
  }

  private void add(Kind kind, String text, int next) {
    tokens.add(new SqlToken(kind, text));
    at = next;
  }

  private void to(int end, int more) {
    broken |= end < 0;
    at = Math.min(sql.length(), end + more);
  }

  private boolean isLineComment(char c) {
    return starts("--") || (c == '#' && !isName(at + 1) && !starts("#>"));
  }

  private boolean isNumber(char c) {
    return isDigit(at) || (c == '.' && isDigit(at + 1)) || isSigned(c);
  }

  private boolean starts(String text) {
    return sql.startsWith(text, at);
  }

  private boolean isDigit(int index) {
    return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
  }

  private boolean isName(int index) {
    return index < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(index)) || sql.charAt(index) == '_');
  }

  private boolean isInnerDot(int index) {
    return index < sql.length() && sql.charAt(index) == '.' && isName(index + 1);
  }

  private boolean isExponent(int index) {
    char c = sql.charAt(index);
    char before = sql.charAt(index - 1);
    return (c == '-' || c == '+') && (before == 'e' || before == 'E') && isDigit(index + 1);
  }

  /** Whether a sign belongs to a number: nothing stands before it that could be added to. */
  private boolean isSigned(char c) {
    if ((c != '-' && c != '+') || !isDigit(at + 1)) {
      return false;
    }
    SqlToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last == null || (last.kind() == Kind.MARK && !last.is(")") && !last.is("]"));
  }

  /** Whether a bracket holds a name, as in {@code [order lines]}, and is no index. */
  private boolean isBracketed() {
    int end = sql.indexOf(']', at);
    boolean array = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("ARRAY");
    return end > at + 1 && !array && Character.isLetter(sql.charAt(at + 1));
  }
}
