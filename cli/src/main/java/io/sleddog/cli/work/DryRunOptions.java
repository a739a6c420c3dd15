package io.sleddog.cli.work;

import picocli.CommandLine.Option;

/** The options that only show what would be done. */
public final class DryRunOptions {
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

  /** Whether nothing is to be changed. */
  public boolean isDryRun() {
    return isDryRun;
  }

  /** Whether there being something to do has an exit status of its own. */
  public boolean isFailing() {
    return isFailing;
  }
}
