package io.sleddog.lambda.agent;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.ActiveSpan;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Packed traces that wait for the Agent. An Agent that is away for a while gets them when it is
 * back, as many as there is room for. Not safe for use by several threads.
 */
final class TraceOutbox {
  /** Half of what the Agent takes at once. */
  private static final int MOST_IN_REQUEST = 10_000_000;

  private static final int MOST_WAITING = 20_000_000;
  private static final long FIRST_PAUSE_NANOS = 500_000_000L;
  private static final long LONGEST_PAUSE_NANOS = 30_000_000_000L;

  private final PackedSpan packedSpan;
  private final TracePort port;
  private final AgentRates rates;
  private final Losses losses;
  private final ArrayDeque<Packed> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private long pauseNanos;
  private long pauseUntilNanos;

  TraceOutbox(PackedSpan packedSpan, TracePort port, AgentRates rates, Losses losses) {
    this.packedSpan = packedSpan;
    this.port = port;
    this.rates = rates;
    this.losses = losses;
  }

  /** Takes the spans of one trace. */
  void add(List<ActiveSpan> spans) {
    MsgPack pack = packedSpan.trace(spans, new MsgPack(512 * spans.size()));
    waiting.add(new Packed(pack, spans.size()));
    waitingBytes += pack.size();
    while (waitingBytes > MOST_WAITING) {
      losses.spans(take().spans, null);
    }
  }

  private Packed take() {
    Packed first = waiting.remove();
    waitingBytes -= first.pack.size();
    return first;
  }

  /** Whether something waits that may be sent at this moment, in {@link System#nanoTime} terms. */
  boolean isDue(long nowNanos) {
    return !waiting.isEmpty() && (pauseNanos == 0 || nowNanos - pauseUntilNanos >= 0);
  }

  /** Sends what waits, up to a failure. */
  void flush(long nowNanos) {
    while (!waiting.isEmpty()) {
      if (!sendSome()) {
        pauseNanos = Math.max(FIRST_PAUSE_NANOS, Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS));
        pauseUntilNanos = nowNanos + pauseNanos;
        return;
      }
      pauseNanos = 0;
    }
  }

  private boolean sendSome() {
    int count = 0;
    int bytes = 0;
    int spans = 0;
    for (Packed one : waiting) {
      if (count > 0 && bytes + one.pack.size() > MOST_IN_REQUEST) {
        break;
      }
      count++;
      bytes += one.pack.size();
      spans += one.spans;
    }
    try {
      Json answer = port.put(body(count, bytes), count);
      rates.learn(answer);
    } catch (TracePort.Refused never) {
      losses.spans(spans, never);
    } catch (IOException | RuntimeException later) {
      losses.away(later);
      return false;
    }
    for (int i = 0; i < count; i++) {
      take();
    }
    return true;
  }

  private byte[] body(int count, int bytes) {
    MsgPack body = new MsgPack(bytes + 5).array(count);
    int taken = 0;
    for (Packed one : waiting) {
      if (taken++ == count) {
        break;
      }
      body.append(one.pack);
    }
    return body.bytes();
  }

  /** Gives up on what still waits. */
  void giveUp() {
    while (!waiting.isEmpty()) {
      losses.spans(take().spans, null);
    }
  }

  private static final class Packed {
    final MsgPack pack;
    final int spans;

    Packed(MsgPack pack, int spans) {
      this.pack = pack;
      this.spans = spans;
    }
  }
}
