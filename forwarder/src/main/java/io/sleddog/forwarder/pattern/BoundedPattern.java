package io.sleddog.forwarder.pattern;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern that only the JDK's engine takes; it gets so many steps for each text, and fewer as
 * long as it uses them up.
 */
final class BoundedPattern implements TextPattern {
  private static final int USUAL_STEPS = 100_000;
  private static final int USUAL_STEPS_FOR_A_CHARACTER = 50;
  private static final int LEAST_STEPS = 10_000;
  private static final int LEAST_STEPS_FOR_A_CHARACTER = 4;
  private static final int MOST_HALVINGS = 6;

  private final Pattern pattern;
  private final AtomicInteger halvings = new AtomicInteger();

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @param problem why RE2/J does not take it, for the case that the JDK does not either
   */
  static BoundedPattern of(PythonSyntax syntax, String problem) {
    try {
      int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES;
      return new BoundedPattern(Pattern.compile(syntax.forJava(), flags));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(problem, e);
    }
  }

  @Override
  public boolean isIn(String text) throws TooSlowException {
    return run(text, Matcher::find);
  }

  @Override
  public boolean begins(String text) throws TooSlowException {
    return run(text, Matcher::lookingAt);
  }

  @Override
  public String replaceIn(String text, Replacement replacement) throws TooSlowException {
    return run(text, matcher -> matcher.replaceAll(replacement.text(PythonSyntax::javaName)));
  }

  @Override
  public boolean hasGroup(int number) {
    return number <= pattern.matcher("").groupCount();
  }

  @Override
  public boolean hasGroup(String name) {
    return pattern.pattern().contains("(?<" + PythonSyntax.javaName(name) + ">");
  }

  private <T> T run(String text, Run<T> run) throws TooSlowException {
    try {
      T result = run.on(pattern.matcher(new CountedText(text, steps(text.length()))));
      halvings.updateAndGet(count -> Math.max(0, count - 1));
      return result;
    } catch (OutOfStepsException | StackOverflowError e) {
      halvings.updateAndGet(count -> Math.min(MOST_HALVINGS, count + 1));
      throw new TooSlowException();
    }
  }

  private long steps(long length) {
    long usual = (USUAL_STEPS + USUAL_STEPS_FOR_A_CHARACTER * length) >> halvings.get();
    return Math.max(usual, LEAST_STEPS + LEAST_STEPS_FOR_A_CHARACTER * length);
  }

  /** What is done with a matcher. */
  private interface Run<T> {
    T on(Matcher matcher);
  }

  /** The one way out of the middle of the engine. */
  private static final class OutOfStepsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfStepsException() {
      super("out of steps", null, false, false);
    }
  }

  /** A text that can be looked at only so often. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private long steps;

    CountedText(String text, long steps) {
      this.text = text;
      this.steps = steps;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--steps < 0) {
        throw new OutOfStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
