package io.sleddog.lambda.metric;

import io.sleddog.lambda.config.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * What a point has to be to be of any use. A point that breaks a rule is told once a rule and name.
 */
public final class PointRules {
  private static final int LONGEST_NAME = 200;
  private static final long OLDEST_SECONDS = 3600;
  private static final long NEWEST_SECONDS = 600;

  private PointRules() {}

  /** Whether a point may be written. */
  public static boolean accept(@Nullable String name, double value, Warnings warnings) {
    if (name == null
        || name.isEmpty()
        || name.length() > LONGEST_NAME
        || !isLetter(name.charAt(0))) {
      warnings.say(
          "a metric point is dropped: its name has to begin with a letter and have at most "
              + LONGEST_NAME
              + " characters");
      return false;
    }
    if (!Double.isFinite(value)) {
      warnings.say("points of " + name + " are dropped: their value is no finite number");
      return false;
    }
    return true;
  }

  /** Warns of a time that the intake may not take. */
  public static void checkTime(String name, long epochSeconds, long nowSeconds, Warnings warnings) {
    if (epochSeconds < nowSeconds - OLDEST_SECONDS || epochSeconds > nowSeconds + NEWEST_SECONDS) {
      warnings.say(
          "points of "
              + name
              + " are more than an hour old or ten minutes ahead: they may be refused");
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
