package io.sleddog.lambda.span;

import io.sleddog.lambda.tag.Tags;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A span from its start on. After its end it changes no more. Safe for use by several threads. */
public final class ActiveSpan {
  private final Trace trace;
  private final @Nullable ActiveSpan parent;
  private volatile long spanId;
  private final long parentId;
  private final long startNanos;
  private Tags meta = new Tags(8);
  private final Tags metrics = new Tags(4);
  private String name = "";
  private String service = "";
  private String resource = "";
  private @Nullable String type;
  private boolean failed;
  private boolean entry;
  private boolean taken;
  private long durationNanos = -1;

  ActiveSpan(
      Trace trace, @Nullable ActiveSpan parent, long spanId, long parentId, long startNanos) {
    this.trace = trace;
    this.parent = parent;
    this.spanId = spanId;
    this.parentId = parentId;
    this.startNanos = startNanos;
  }

  void describe(String newName, String newService) {
    name = newName;
    resource = newName;
    service = newService;
  }

  /** Takes what is known of it at its begin. The tags are its own from now on. */
  public synchronized void begin(String newType, String newResource, Tags newMeta) {
    type = newType;
    resource = newResource;
    meta = newMeta;
  }

  /** The trace it belongs to. */
  public Trace trace() {
    return trace;
  }

  /** The span above it in this function, or null. */
  public @Nullable ActiveSpan parent() {
    return parent;
  }

  /** Its id. */
  public long spanId() {
    return spanId;
  }

  /** Takes the id that another tracer gave, before anybody asks for it. */
  public void adopt(long otherSpanId) {
    spanId = otherSpanId;
  }

  /** The id of the span above it, or 0. */
  public long parentId() {
    return parentId;
  }

  /** Epoch nanoseconds. */
  public long startNanos() {
    return startNanos;
  }

  /** How long it took; -1 while it is open. */
  public synchronized long durationNanos() {
    return durationNanos;
  }

  /** What kind of work it is. */
  public synchronized String name() {
    return name;
  }

  /** Who does it. */
  public synchronized String service() {
    return service;
  }

  /** What it works on. */
  public synchronized String resource() {
    return resource;
  }

  /** Datadog's class of work, such as {@code web}; or null. */
  public synchronized @Nullable String type() {
    return type;
  }

  /** Whether it failed. */
  public synchronized boolean failed() {
    return failed;
  }

  /** Whether it enters a service, whatever is above it. */
  public synchronized boolean isEntry() {
    return entry;
  }

  /** Whether nobody has taken it to be written, until now. */
  synchronized boolean take() {
    boolean first = !taken;
    taken = true;
    return first;
  }

  /** Says that it enters a service. */
  synchronized void enter() {
    entry = true;
  }

  /** The tags that are text. To be read after the end only. */
  public synchronized Tags meta() {
    return meta;
  }

  /** The tags that are numbers. To be read after the end only. */
  public Tags metrics() {
    return metrics;
  }

  /** Whether {@link #end} was called. */
  public synchronized boolean hasEnded() {
    return durationNanos >= 0;
  }

  /** Sets what kind of work it is. */
  public synchronized void name(String newName) {
    name = durationNanos >= 0 ? name : newName;
  }

  /** Sets who does the work. */
  public synchronized void service(String newService) {
    service = durationNanos >= 0 ? service : newService;
  }

  /** Sets what it works on. */
  public synchronized void resource(String newResource) {
    resource = durationNanos >= 0 ? resource : newResource;
  }

  /** Sets Datadog's class of work. */
  public synchronized void type(String newType) {
    type = durationNanos >= 0 ? type : newType;
  }

  /** Sets a tag that is text; without a value it does nothing. */
  public synchronized void tag(String key, @Nullable Object value) {
    if (durationNanos < 0) {
      metrics.remove(key);
      meta.put(key, value);
    }
  }

  /** Sets all of them. */
  public synchronized void tagAll(Tags tags) {
    if (durationNanos < 0) {
      meta.putAll(tags);
    }
  }

  /** Sets a tag that is a number; one that is not finite is kept as text. */
  public synchronized void tag(String key, double value) {
    if (durationNanos >= 0) {
      return;
    }
    if (!Double.isFinite(value)) {
      tag(key, Double.toString(value));
      return;
    }
    meta.remove(key);
    metrics.put(key, value);
  }

  /** Lets {@code change} treat it as open once more: for interceptors, before it is written. */
  public synchronized void amend(Consumer<ActiveSpan> change) {
    long duration = durationNanos;
    durationNanos = -1;
    try {
      change.accept(this);
    } finally {
      durationNanos = duration;
    }
  }

  /** Sets whether it failed. */
  public synchronized void failed(boolean whether) {
    failed = durationNanos >= 0 ? failed : whether;
  }

  /** Marks it as failed, without saying why. */
  public synchronized void fail() {
    failed = failed || durationNanos < 0;
  }

  /** Marks it as failed by {@code cause}. */
  public void fail(Throwable cause) {
    StringWriter stack = new StringWriter();
    cause.printStackTrace(new PrintWriter(stack));
    synchronized (this) {
      fail();
      tag("error.type", cause.getClass().getName());
      tag("error.message", String.valueOf(cause.getMessage()));
      tag("error.stack", stack.toString());
    }
  }

  /** Ends it now. Once it has ended, this does nothing. */
  public void end() {
    endAt(trace.now());
  }

  /** Ends it at a moment, in epoch nanoseconds. */
  public void endAt(long epochNanos) {
    synchronized (this) {
      if (durationNanos >= 0) {
        return;
      }
      durationNanos = Math.max(0, epochNanos - startNanos);
    }
    trace.ended(this);
  }
}
