package io.sleddog.local.session;

import java.util.List;

/**
 * How many of one kind were written and how many of those arrived.
 *
 * @param written in the functions' log streams
 * @param arrived of those, at the intake
 * @param missing what each of the others was, in words
 */
public record Tally(int written, int arrived, List<String> missing) {
  /** Copies the list. */
  public Tally {
    missing = List.copyOf(missing);
  }

  /** Whether all of them arrived. */
  public boolean complete() {
    return missing.isEmpty();
  }
}
