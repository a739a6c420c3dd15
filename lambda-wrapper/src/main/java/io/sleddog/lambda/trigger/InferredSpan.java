package io.sleddog.lambda.trigger;

import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of a managed service, as far as an event tells of it. */
public final class InferredSpan {
  /** Before this, a clock was not set: 1 January 2000. */
  private static final long SANE_NANOS = 946_684_800_000_000_000L;

  /** A time that the event does not tell. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /** More cannot be counted in nanoseconds: the year 2255. */
  static final long MOST_MILLIS = 9_000_000_000_000L;

  private final String name;
  private final Tags tags = new Tags(20);
  private String type = "web";
  private String resource = "";
  private @Nullable String serviceKey;
  private String genericKeys = "";
  private @Nullable String serviceName;
  private @Nullable String serviceFallback;
  private long startNanos = UNKNOWN;
  private long endNanos = UNKNOWN;
  private boolean synchronous;

  InferredSpan(String name) {
    this.name = name;
  }

  InferredSpan type(String newType) {
    type = newType;
    return this;
  }

  InferredSpan resource(@Nullable String newResource) {
    resource = newResource == null || newResource.isEmpty() ? name : newResource;
    return this;
  }

  /**
   * How its service is found: renamed by the user under {@code key} or one of the comma-separated
   * {@code generic} keys, else {@code extracted}, else {@code fallback}.
   */
  InferredSpan service(
      @Nullable String key, String generic, @Nullable String extracted, @Nullable String fallback) {
    serviceKey = key;
    genericKeys = generic;
    serviceName = extracted;
    serviceFallback = fallback;
    return this;
  }

  /** What cannot be a time is as if it was not told. */
  InferredSpan startMillis(long epochMillis) {
    boolean possible = epochMillis >= 0 && epochMillis <= MOST_MILLIS;
    return startNanos(possible ? epochMillis * 1_000_000 : UNKNOWN);
  }

  InferredSpan startNanos(long epochNanos) {
    startNanos = epochNanos;
    return this;
  }

  /** It was over at that moment, before the function began. */
  InferredSpan endNanos(long epochNanos) {
    endNanos = epochNanos;
    return this;
  }

  /** It waits for the function's result. */
  InferredSpan synchronous(boolean waits) {
    synchronous = waits;
    return this;
  }

  /** Adds it, if the event tells when it began. */
  void addTo(List<InferredSpan> spans) {
    if (startNanos != UNKNOWN) {
      spans.add(this);
    }
  }

  /** Its name, such as {@code aws.sqs}. */
  public String name() {
    return name;
  }

  /** Datadog's class of work. */
  public String type() {
    return type;
  }

  /** What it works on. */
  public String resource() {
    return resource;
  }

  /** The name under which the user may have renamed this one resource's service. */
  public @Nullable String serviceKey() {
    return serviceKey;
  }

  /** The names, separated by commas, under which the user may have renamed all of the kind. */
  public String genericKeys() {
    return genericKeys;
  }

  /** The service by the event, or null. */
  public @Nullable String serviceName() {
    return serviceName;
  }

  /** The service by the kind of source, or null. */
  public @Nullable String serviceFallback() {
    return serviceFallback;
  }

  /** When it began, in epoch nanoseconds, or {@code otherwise} if the event does not tell. */
  public long startOr(long otherwise) {
    return startNanos == UNKNOWN ? otherwise : startNanos;
  }

  /**
   * When it was over, in epoch nanoseconds, or {@code otherwise} if that depends on the function.
   * One that began before clocks were set took no time, rather than decades.
   */
  public long endOr(long otherwise) {
    if (endNanos != UNKNOWN) {
      return endNanos;
    }
    return startNanos == UNKNOWN || startNanos >= SANE_NANOS ? otherwise : startNanos;
  }

  /** Whether it waits for the function's result. */
  public boolean isSynchronous() {
    return synchronous;
  }

  /** Its tags. */
  public Tags tags() {
    return tags;
  }
}
