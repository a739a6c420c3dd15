package io.sleddog.lambda.config;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one place that tells the user of trouble: each message once, through {@link System.Logger}.
 *
 * <p>The logger is looked up on the first trouble, so that a healthy start loads no logging.
 * Messages never hold a value of a variable, an event or a tag.
 */
public class Warnings {
  /** Messages may name metrics, of which there may be any number. */
  private static final int MOST = 1000;

  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  /** Says nothing from now on. */
  final void silence() {
    silent = true;
  }

  /** Says that a variable's value was not understood and what holds instead. */
  public final void badValue(String variable, String instead) {
    say(variable + " has a value that is not understood; using " + instead);
  }

  /** Says something, unless it was said before. */
  public final void say(String message) {
    say(message, null);
  }

  /** Says something with its cause, unless it was said before. */
  public final void say(String message, @Nullable Throwable cause) {
    if (!silent && said.size() < MOST && said.add(message)) {
      print(message, cause);
    }
  }

  /** Prints the message. */
  protected void print(String message, @Nullable Throwable cause) {
    System.Logger logger = System.getLogger("io.sleddog.lambda");
    logger.log(System.Logger.Level.WARNING, "Sleddog: " + message, cause);
  }
}
