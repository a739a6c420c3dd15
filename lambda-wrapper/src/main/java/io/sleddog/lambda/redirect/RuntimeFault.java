package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * A failure to find or make the user's handler, reported as the runtime reports its own.
 *
 * <p>The only class that knows the runtime interface client's inner {@code UserFault}. Where that
 * is absent, as in a custom runtime, an {@link IllegalStateException} says the same.
 */
final class RuntimeFault {
  private final String message;
  private final @Nullable String type;
  private final @Nullable String trace;
  private final boolean fatal;

  private RuntimeFault(
      String message, @Nullable String type, @Nullable String trace, boolean fatal) {
    this.message = message;
    this.type = type;
    this.trace = trace;
    this.fatal = fatal;
  }

  /** A failure that is not an exception of anybody's. */
  static RuntimeFault of(String message) {
    return new RuntimeFault(message, null, null, false);
  }

  /** A failure by an exception, under its own message. */
  static RuntimeFault of(Throwable cause) {
    String message = cause.getLocalizedMessage();
    return of(message == null ? cause.getClass().getName() : message, cause);
  }

  /** A failure by an exception, under another message. */
  static RuntimeFault of(String message, Throwable cause) {
    return new RuntimeFault(message, cause.getClass().getName(), trace(cause), false);
  }

  /** The same, after which the process has to end. */
  RuntimeFault fatal() {
    return new RuntimeFault(message, type, trace, true);
  }

  /** What went wrong. */
  String message() {
    return message;
  }

  /** The class of the exception behind it, or null. */
  @Nullable String type() {
    return type;
  }

  /** What to throw for it. */
  RuntimeException toThrow() {
    try {
      return Known.by(this);
    } catch (LinkageError otherRuntime) {
      return new IllegalStateException(message);
    }
  }

  /** Apart, since a class that makes a {@code UserFault} cannot even be loaded without it. */
  private static final class Known {
    static RuntimeException by(RuntimeFault fault) {
      return new UserFault(fault.message, fault.type, fault.trace, fault.fatal);
    }
  }

  private static String trace(Throwable cause) {
    StringWriter text = new StringWriter();
    StackTraces.cut(cause).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
