package io.sleddog.cli.work;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say whether and how a plan is carried out. */
public final class BatchOptions {
  @Mixin private final DryRunOptions dryRun = new DryRunOptions();

  @Option(
      names = "--keep-going",
      order = 62,
      description = "Go on with the others after one has failed.")
  private boolean isKeptGoing;

  /** Whether nothing is to be changed. */
  public boolean isDryRun() {
    return dryRun.isDryRun();
  }

  /** How a batch is to be done. */
  public Manner manner(Noun noun) {
    return new Manner(noun, dryRun.isDryRun(), dryRun.isFailing(), isKeptGoing);
  }
}
