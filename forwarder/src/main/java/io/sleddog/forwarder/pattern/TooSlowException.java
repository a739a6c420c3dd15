package io.sleddog.forwarder.pattern;

/** A pattern needed more steps for a text than it is given, and was stopped. */
public final class TooSlowException extends Exception {
  private static final long serialVersionUID = 1;

  TooSlowException() {
    super("a pattern takes too long", null, false, false);
  }
}
