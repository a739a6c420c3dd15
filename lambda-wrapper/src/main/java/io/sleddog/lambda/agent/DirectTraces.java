package io.sleddog.lambda.agent;

import io.sleddog.lambda.span.ActiveSpan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands each trace over at once, to an extension in the same sandbox: what waited would be frozen
 * with the function. One that does not answer is left alone for a while. Safe for use by several
 * threads.
 */
final class DirectTraces {
  private static final long PAUSE_NANOS = 30_000_000_000L;

  private final PackedSpan packedSpan;
  private final TracePort port;
  private final Losses losses;

  /** Until when nothing is tried, in {@link System#nanoTime} terms; null to try at once. */
  private final AtomicReference<@Nullable Long> pausedUntil = new AtomicReference<>();

  DirectTraces(PackedSpan packedSpan, TracePort port, Losses losses) {
    this.packedSpan = packedSpan;
    this.port = port;
    this.losses = losses;
  }

  /** Tries again, whatever was before: the clock that a pause goes by may be another's soon. */
  void forgive() {
    pausedUntil.set(null);
  }

  /** Sends the ended spans of one trace. */
  void send(List<ActiveSpan> spans, long nowNanos) {
    Long until = pausedUntil.get();
    if (until != null && nowNanos - until < 0) {
      losses.spans(spans.size(), null);
      return;
    }
    try {
      port.put(packedSpan.trace(spans, new MsgPack(512 * spans.size()).array(1)).bytes(), 1);
      pausedUntil.set(null);
    } catch (TracePort.Refused never) {
      losses.spans(spans.size(), never);
    } catch (IOException | RuntimeException away) {
      pausedUntil.set(nowNanos + PAUSE_NANOS);
      losses.spans(spans.size(), away);
    }
  }
}
