package io.sleddog.lambda.span;

import io.sleddog.lambda.context.Baggage;
import io.sleddog.lambda.context.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one invocation, kept in the order they began until the invocation ends, or until
 * there are very many.
 *
 * <p>A span that ends later, on another thread, is written by itself. Safe for use by several
 * threads.
 */
public final class Trace {
  /** As many ended spans are written ahead of the others, so that a long trace stays small. */
  private static final int MOST_ENDED = 1000;

  private volatile TraceContext context;
  private final SpanIds ids;
  private final Clock clock;
  private final TraceSink sink;
  private final long beginEpochNanos;
  private final long beginNanos;
  private List<ActiveSpan> spans = new ArrayList<>(4);
  private boolean written;
  private int endedSinceWrite;

  /** Begins now. */
  public Trace(TraceContext context, SpanIds ids, Clock clock, TraceSink sink) {
    this.context = context;
    this.ids = ids;
    this.clock = clock;
    this.sink = sink;
    beginEpochNanos = clock.epochMillis() * 1_000_000;
    beginNanos = clock.nanos();
  }

  /** The trace's ids and priority. */
  public TraceContext context() {
    return context;
  }

  /** When the trace began in this function, in epoch nanoseconds. */
  public long beginNanos() {
    return beginEpochNanos;
  }

  /** The present moment in epoch nanoseconds, measured from the trace's begin. */
  public long now() {
    return beginEpochNanos + clock.nanos() - beginNanos;
  }

  /** Starts a span now, below {@code parent}, or below the span upstream. */
  public ActiveSpan start(String name, String service, @Nullable ActiveSpan parent) {
    return start(name, service, parent, now());
  }

  /** Starts a span at a moment in epoch nanoseconds. */
  public ActiveSpan start(
      String name, String service, @Nullable ActiveSpan parent, long startNanos) {
    long parentId = parent == null ? context.parentId() : parent.spanId();
    ActiveSpan span = new ActiveSpan(this, parent, ids.next(), parentId, startNanos);
    span.describe(name, service);
    return add(span);
  }

  /** Adds a span that has an id of its own, from another tracing library, below {@code parent}. */
  public ActiveSpan join(String name, ActiveSpan parent, long spanId, long startNanos) {
    ActiveSpan span = new ActiveSpan(this, parent, spanId, parent.spanId(), startNanos);
    span.describe(name, parent.service());
    return add(span);
  }

  private ActiveSpan add(ActiveSpan span) {
    sink.started(span);
    synchronized (this) {
      spans.add(span);
    }
    return span;
  }

  /** Ends now what is still open. */
  public void endAll() {
    List<ActiveSpan> all;
    synchronized (this) {
      all = new ArrayList<>(spans);
    }
    long now = now();
    for (ActiveSpan span : all) {
      span.endAt(now);
    }
  }

  /** Writes what has ended; what ends afterwards is written as it ends. */
  public void write() {
    List<ActiveSpan> ended;
    synchronized (this) {
      written = true;
      ended = takeEnded();
    }
    if (!ended.isEmpty()) {
      sink.write(context, ended);
    }
  }

  /** Takes the trace id that another tracer gave. */
  public synchronized void adopt(long traceIdHigh, long traceIdLow) {
    context = context.withTraceId(traceIdHigh, traceIdLow);
  }

  /** Lets something else travel along from now on. */
  public synchronized void carry(UnaryOperator<Baggage> change) {
    context = context.withBaggage(change.apply(context.baggage()));
  }

  void ended(ActiveSpan span) {
    sink.ended(span);
    List<ActiveSpan> ahead = List.of();
    synchronized (this) {
      if (written) {
        ahead = span.take() ? List.of(span) : ahead;
      } else if (++endedSinceWrite >= MOST_ENDED) {
        ahead = takeEnded();
      }
    }
    if (!ahead.isEmpty()) {
      sink.write(context, ahead);
    }
  }

  /** Parts those that have ended from the others, which stay; each is given out once. */
  private List<ActiveSpan> takeEnded() {
    endedSinceWrite = 0;
    List<ActiveSpan> all = spans;
    List<ActiveSpan> open = new ArrayList<>(0);
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      ActiveSpan span = all.get(i);
      if (!span.hasEnded()) {
        open.add(span);
      } else if (span.take()) {
        all.set(kept++, span);
      }
    }
    spans = open;
    return kept == all.size() ? all : all.subList(0, kept);
  }
}
