package io.sleddog.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Throws when something does not hold of a subject, with all that arrived in the message. */
final class Claim {
  private final String subject;
  private final Ride ride;

  /**
   * What claims are about.
   *
   * @param subject as a person would call it
   */
  Claim(String subject, Ride ride) {
    this.subject = subject;
    this.ride = ride;
  }

  /** Something holds. */
  void require(boolean holds, String wanted, Supplier<String> found) {
    if (!holds) {
      throw new AssertionFailedError(message(wanted, found.get()));
    }
  }

  /** Two values are equal. */
  void requireEqual(Object wanted, Object found, String what) {
    if (!Objects.equals(wanted, found)) {
      String text = what + " " + wanted;
      throw new AssertionFailedError(message(text, String.valueOf(found)), wanted, found);
    }
  }

  /** A text is part of another. */
  void requirePart(String wanted, String found, String what) {
    require(found.contains(wanted), what + " " + wanted, () -> found);
  }

  /** A number is between two others. */
  void requireBetween(long least, long most, long found, String what, String unit) {
    require(
        found >= least && found <= most,
        what + " " + range(least, most, unit),
        () -> found + " " + unit);
  }

  private static String range(long least, long most, String unit) {
    if (least <= 0) {
      return "at most " + most + " " + unit;
    }
    return most == Long.MAX_VALUE
        ? "at least " + least + " " + unit
        : least + " to " + most + " " + unit;
  }

  /** All that is wanted holds of one of them; what the others lack stands in the message. */
  <T> void any(String what, List<T> candidates, Consumer<T> wants) {
    List<AssertionError> misses = new ArrayList<>();
    for (T candidate : candidates) {
      try {
        wants.accept(candidate);
        return;
      } catch (AssertionError miss) {
        misses.add(miss);
      }
    }
    throw misses.size() == 1 ? misses.get(0) : none(what, misses);
  }

  private AssertionError none(String what, List<AssertionError> misses) {
    StringBuilder text = new StringBuilder(misses.size() + " candidates, none of which fits:");
    for (AssertionError miss : misses) {
      text.append("\n  - ")
          .append(String.valueOf(miss.getMessage()).lines().findFirst().orElse(""));
    }
    AssertionError all = new AssertionFailedError(message("to have such " + what, text.toString()));
    misses.forEach(all::addSuppressed);
    return all;
  }

  private String message(String wanted, String found) {
    return "Expected " + subject + " " + wanted + ", but " + found + "\n\n" + ride;
  }
}
