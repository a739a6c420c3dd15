package io.sleddog.lambda.span;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes span ids and lower halves of trace ids: 63 bits, never 0.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood 2014) over a shared counter. Every invocation
 * stirs its request id into the counter, so that sandboxes restored from one snapshot do not repeat
 * each other's ids.
 */
public final class SpanIds {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final AtomicLong counter;

  /** Begins with a seed. */
  public SpanIds(long seed) {
    counter = new AtomicLong(seed);
  }

  /** The next id. */
  public long next() {
    long id = 0;
    while (id == 0) {
      id = mix(counter.addAndGet(GOLDEN_GAMMA)) >>> 1;
    }
    return id;
  }

  /** Stirs something that no other sandbox has into the ids to come. */
  public void stir(String unique) {
    long hash = 0;
    for (int i = 0; i < unique.length(); i++) {
      hash = hash * 0x100000001b3L ^ unique.charAt(i);
    }
    counter.addAndGet(mix(hash));
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
