package io.sleddog.local.report;

import io.sleddog.local.measure.Comparison;
import io.sleddog.local.measure.Times;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A comparison as a small table. */
public final class ComparisonReport {
  private static final String ROW = "  %-14s %14s %14s %14s";

  private final Ink ink;

  /** A report with or without colours. */
  public ComparisonReport(boolean colours) {
    this.ink = new Ink(colours);
  }

  /** The report's lines. */
  public List<String> lines(Comparison comparison) {
    Comparison.Plan plan = comparison.plan();
    String method =
        String.format(
            Locale.ROOT,
            "  %d fresh processes each, in turn; in each %d invocations after the first %d",
            plan.rounds(),
            plan.warm(),
            plan.settling());
    Times bare = comparison.bare();
    Times layered = comparison.layered();
    return List.of(
        ink.bold(comparison.function()),
        ink.dim(method),
        ink.dim(String.format(Locale.ROOT, ROW, "", "bare", "with Sleddog", "difference")),
        row("cold, median", bare.cold(), layered.cold(), Times::median),
        row("cold, lowest", bare.cold(), layered.cold(), Times::lowest),
        row("warm, median", bare.warm(), layered.warm(), Times::median),
        row("warm, lowest", bare.warm(), layered.warm(), Times::lowest));
  }

  private static String row(
      String name,
      List<Duration> bare,
      List<Duration> layered,
      Function<List<Duration>, Duration> measure) {
    Duration without = measure.apply(bare);
    Duration with = measure.apply(layered);
    Duration difference = with.minus(without);
    String sign = difference.isNegative() ? "−" : "+";
    return String.format(
        Locale.ROOT, ROW, name, precise(without), precise(with), sign + precise(difference.abs()));
  }

  /** A digit more than elsewhere, since differences are small. */
  private static String precise(Duration duration) {
    double micros = duration.toNanos() / 1e3;
    return micros < 10_000
        ? String.format(Locale.ROOT, "%,.0f µs", micros)
        : String.format(Locale.ROOT, "%,.1f ms", micros / 1e3);
  }
}
