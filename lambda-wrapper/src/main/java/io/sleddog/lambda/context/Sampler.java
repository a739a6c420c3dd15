package io.sleddog.lambda.context;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Decides about traces that begin here, by the user's rules, else the user's rate, and never keeps
 * more than a number in a second. Safe for use by several threads.
 */
public final class Sampler {
  private final @Nullable SamplingRules rules;
  private final double rate;
  private final int mostInSecond;
  private long second;
  private int kept;
  private int asked;
  private double rateBefore = 1;

  /**
   * Takes what the user wants.
   *
   * @param rate which part of the traces to keep that no rule fits; negative keeps all
   * @param mostInSecond how many traces to keep in a second at most
   */
  public Sampler(@Nullable SamplingRules rules, double rate, int mostInSecond) {
    this.rules = rules;
    this.rate = rate;
    this.mostInSecond = mostInSecond;
  }

  /** What the user's settings say; rules that are none are told and left out. */
  public static Sampler of(Settings settings, Warnings warnings) {
    String text = settings.samplingRules();
    SamplingRules rules = text == null ? null : SamplingRules.tryParse(text);
    if (text != null && rules == null) {
      warnings.badValue("DD_TRACE_SAMPLING_RULES", "no rules");
    }
    return new Sampler(rules, settings.sampleRate(), settings.tracesInSecond());
  }

  /** The part of the traces to keep whose first span is as told; negative if nobody said. */
  public double rate(String service, String name, String resource, Tags tags) {
    double told = rules == null ? -1 : rules.rate(service, name, resource, tags);
    return told < 0 ? rate : told;
  }

  /** The trace itself, or the same not kept if it is one too many in its second. */
  public TraceContext limit(TraceContext trace, long epochSeconds) {
    return trace.priority() < 2 ? trace : limited(trace, epochSeconds);
  }

  private synchronized TraceContext limited(TraceContext trace, long epochSeconds) {
    if (second != epochSeconds) {
      rateBefore = epochSeconds == second + 1 && asked > 0 ? (double) kept / asked : 1;
      second = epochSeconds;
      kept = 0;
      asked = 0;
    }
    asked++;
    boolean within = kept < mostInSecond;
    kept += within ? 1 : 0;
    // Over two seconds, so that the first trace of a second does not look as if all were kept.
    double rate = (rateBefore + (double) kept / asked) / 2;
    return (within ? trace : trace.dropped()).withRate("_dd.limit_psr", rate);
  }
}
