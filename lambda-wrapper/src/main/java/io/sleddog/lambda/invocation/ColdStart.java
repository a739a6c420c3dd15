package io.sleddog.lambda.invocation;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the first invocation of a sandbox from the others. */
public final class ColdStart {
  /** A sandbox that waited this long for its first invocation was started ahead of need. */
  private static final long AHEAD_MILLIS = 10_000;

  /** What is known of an invocation's sandbox. */
  public enum Sandbox {
    /** This invocation made AWS start it. */
    COLD,
    /** Started ahead of need, and this is its first invocation. */
    PREPARED,
    /** It had invocations before. */
    WARM
  }

  /** When the sandbox was ready, in epoch milliseconds; null after its first invocation. */
  private final AtomicReference<Long> readyMillis;

  private final boolean restored;
  private volatile long loadedMillis;
  private volatile long restoredMillis;

  /**
   * Begins with a sandbox that is ready now.
   *
   * @param initType how AWS says it came up; one that is restored from a snapshot ({@code
   *     snap-start}) is restored on demand, however long ago the snapshot was made
   */
  public ColdStart(long nowMillis, @Nullable String initType) {
    readyMillis = new AtomicReference<>(nowMillis);
    restored = "snap-start".equals(initType);
    loadedMillis = nowMillis;
  }

  /** The function's code is there. */
  public void loaded(long nowMillis) {
    loadedMillis = nowMillis;
    readyMillis.set(nowMillis);
  }

  /** When the function's code was there, in epoch milliseconds. */
  public long loadedMillis() {
    return loadedMillis;
  }

  /** The sandbox was made from a snapshot just now: what comes next is its first invocation. */
  public void restored(long nowMillis) {
    restoredMillis = nowMillis;
    readyMillis.set(nowMillis);
  }

  /** When the sandbox was made from a snapshot, in epoch milliseconds; 0 if nobody told. */
  public long restoredMillis() {
    return restoredMillis;
  }

  /** Says what the sandbox is to an invocation that begins now. */
  public Sandbox next(long nowMillis) {
    if (readyMillis.get() == null) {
      return Sandbox.WARM;
    }
    Long ready = readyMillis.getAndSet(null);
    if (ready == null) {
      return Sandbox.WARM;
    }
    return !restored && nowMillis - ready > AHEAD_MILLIS ? Sandbox.PREPARED : Sandbox.COLD;
  }
}
