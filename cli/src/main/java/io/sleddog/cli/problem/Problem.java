package io.sleddog.cli.problem;

import org.jspecify.annotations.Nullable;

/** Something that ends a command, told so that the user can act on it. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;
  private final String id;
  private final String remedy;
  private final boolean isRetryable;

  private Problem(Told told, @Nullable Throwable cause) {
    super(told.message(), cause);
    this.status = told.status();
    this.id = told.id();
    this.remedy = told.remedy();
    this.isRetryable = told.isRetryable();
  }

  /**
   * The command line, a file or an answer of the user makes no sense.
   *
   * @param id a stable name of the kind of problem
   * @param message what is wrong, and where
   * @param remedy what to do about it
   */
  public static Problem usage(String id, String message, String remedy) {
    return new Problem(new Told(ExitStatus.USAGE, id, message, remedy, false), null);
  }

  /** Something could not be done; the parameters are those of {@link #usage}. */
  public static Problem failed(String id, String message, String remedy) {
    return new Problem(new Told(ExitStatus.FAILED, id, message, remedy, false), null);
  }

  /** AWS could not be asked in anybody's name; the parameters are those of {@link #usage}. */
  public static Problem credentials(String message, String remedy) {
    return new Problem(
        new Told(ExitStatus.CREDENTIALS, "credentials", message, remedy, false), null);
  }

  /**
   * The user ended the program while something was being done.
   *
   * @param message how far it was
   * @param remedy how to go on
   */
  public static Problem interrupted(String message, String remedy) {
    return new Problem(
        new Told(ExitStatus.INTERRUPTED, "interrupted", message, remedy, true), null);
  }

  /** The same problem, with what it came from. */
  public Problem because(Throwable cause) {
    return new Problem(new Told(status, id, message(), remedy, isRetryable), cause);
  }

  /** The same problem, of which it is known that another try may do. */
  public Problem retryable() {
    return new Problem(new Told(status, id, message(), remedy, true), getCause());
  }

  /** The exit status of a command that ends with this problem. */
  public ExitStatus status() {
    return status;
  }

  /** The stable name of the kind of problem. */
  public String id() {
    return id;
  }

  /** What is wrong, and where. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Whether the same command may succeed if it is run again. */
  public boolean isRetryable() {
    return isRetryable;
  }

  private record Told(
      ExitStatus status, String id, String message, String remedy, boolean isRetryable) {}
}
