package io.sleddog.lambda.redirect;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Takes the frames of the redirect, and all above them, out of exceptions, as the runtime does with
 * its own. What the runtime then reports is the same as without a redirect.
 */
final class StackTraces {
  private static final String REDIRECT = "io.sleddog.lambda.redirect.";
  private static final String ENTRY = "io.sleddog.lambda.LayerHandler";

  private StackTraces() {}

  /** Cuts the trace of an exception, its causes and what they suppressed; gives it back. */
  static <T extends Throwable> T cut(T thrown) {
    cut(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    return thrown;
  }

  private static void cut(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    for (int i = 0; i < frames.length; i++) {
      if (isOurs(frames[i].getClassName())) {
        thrown.setStackTrace(Arrays.copyOf(frames, i));
        break;
      }
    }
    Throwable cause = thrown.getCause();
    if (cause != null) {
      cut(cause, seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      cut(suppressed, seen);
    }
  }

  private static boolean isOurs(String className) {
    return className.startsWith(REDIRECT) || className.equals(ENTRY);
  }
}
