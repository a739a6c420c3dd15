package io.sleddog.forwarder.telemetry;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The counts of one invocation; safe for use by several threads. */
public final class Counters {
  private final Map<Count, AtomicLong> values = new EnumMap<>(Count.class);

  /** All counts at zero. */
  public Counters() {
    for (Count count : Count.values()) {
      values.put(count, new AtomicLong());
    }
  }

  /** Counts so many more. */
  public void add(Count count, long more) {
    value(count).addAndGet(more);
  }

  /** How many there were up to now. */
  public long get(Count count) {
    return value(count).get();
  }

  /** Adds all counts to others and begins at zero again. */
  public void moveTo(Counters target) {
    for (Count count : values.keySet()) {
      target.add(count, value(count).getAndSet(0));
    }
  }

  /** All counts that are not zero, as {@code name=value} words. */
  public String summary() {
    StringBuilder words = new StringBuilder();
    for (Count count : values.keySet()) {
      if (get(count) != 0) {
        words.append(words.length() == 0 ? "" : " ").append(count.text());
        words.append('=').append(get(count));
      }
    }
    return words.toString();
  }

  private AtomicLong value(Count count) {
    AtomicLong value = values.get(count);
    if (value == null) {
      throw new IllegalStateException("not counted: " + count);
    }
    return value;
  }
}
