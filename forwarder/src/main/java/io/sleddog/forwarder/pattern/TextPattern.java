package io.sleddog.forwarder.pattern;

import com.google.re2j.PatternSyntaxException;

/**
 * A pattern in Python's syntax.
 *
 * <p>It runs on RE2/J, whose time grows with the text and never faster. What RE2/J does not have
 * (look-around, back-references and the like) runs on the JDK's engine with a limited number of
 * steps, so that no pattern and no text can stop the forwarder.
 */
public sealed interface TextPattern permits LinearPattern, BoundedPattern {

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong with it
   */
  static TextPattern of(String python) {
    PythonSyntax syntax = new PythonSyntax(python);
    try {
      return new LinearPattern(syntax);
    } catch (PatternSyntaxException e) {
      return BoundedPattern.of(syntax, e.getDescription());
    }
  }

  /** Whether any part of a text matches. */
  boolean isIn(String text) throws TooSlowException;

  /** Whether the start of a text matches. */
  boolean begins(String text) throws TooSlowException;

  /** A text with all that matches replaced; the replacement must be one that this pattern takes. */
  String replaceIn(String text, Replacement replacement) throws TooSlowException;

  /** Whether there is a group of this number. */
  boolean hasGroup(int number);

  /** Whether there is a group of this name. */
  boolean hasGroup(String name);
}
