package io.sleddog.cli.work;

import picocli.CommandLine.Option;

/** The options that say whether and how a plan is carried out. */
public final class BatchOptions {
  @Option(
      names = {"-d", "--dry-run", "--dry"},
      order = 60,
      description = "Show what would be done, and change nothing.")
  private boolean isDryRun;

  @Option(
      names = "--fail",
      order = 61,
      description = "With --dry-run: exit status 3 if there is something to do.")
  private boolean isFailing;

  @Option(
      names = "--keep-going",
      order = 62,
      description = "Go on with the others after one has failed.")
  private boolean isKeptGoing;

  /** Whether nothing is to be changed. */
  public boolean isDryRun() {
    return isDryRun;
  }

  /** How a batch is to be done. */
  public Manner manner(Noun noun) {
    return new Manner(noun, isDryRun, isFailing, isKeptGoing);
  }
}
