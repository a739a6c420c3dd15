package io.sleddog.cli.work;

/**
 * How a batch is to be done.
 *
 * @param noun what it is about
 * @param isDryRun whether it is only shown
 * @param isFailing whether a dry run that finds something to do ends with an exit status of its own
 * @param isKeptGoing whether jobs are begun after one has failed
 */
public record Manner(Noun noun, boolean isDryRun, boolean isFailing, boolean isKeptGoing) {
  /** The same, but nothing is changed. */
  public Manner dry() {
    return new Manner(noun, true, isFailing, isKeptGoing);
  }
}
