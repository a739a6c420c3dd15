package io.sleddog.lambda.metric;

import java.util.List;

/** One point of a distribution metric. */
public final class Distribution {
  private final String name;
  private final double value;
  private final long epochSeconds;
  private final List<String> tags;

  /** Takes the parts; {@code value} is finite, tags read {@code key:value}. */
  public Distribution(String name, double value, long epochSeconds, List<String> tags) {
    this.name = name;
    this.value = value;
    this.epochSeconds = epochSeconds;
    this.tags = tags;
  }

  /** The metric's name. */
  public String name() {
    return name;
  }

  /** The value, finite. */
  public double value() {
    return value;
  }

  /** When it was measured. */
  public long epochSeconds() {
    return epochSeconds;
  }

  /** The tags, each usually {@code key:value}. */
  public List<String> tags() {
    return tags;
  }
}
