package io.sleddog.lambda.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What travels with a trace from service to service beside its ids. */
public final class Baggage {
  /** Nothing. */
  public static final Baggage NONE = new Baggage(null, null, null, List.of());

  /** What a trace has that was begun here and kept by default. */
  static final Baggage KEPT_BY_DEFAULT = new Baggage(null, "_dd.p.dm=-0", null, List.of());

  /** What a trace has that was begun here under the user's sample rate. */
  static final Baggage SAMPLED_BY_RULE = new Baggage(null, "_dd.p.dm=-3", null, List.of());

  /** What a trace has that was begun here under a rate of the Agent's. */
  static final Baggage SAMPLED_BY_AGENT = new Baggage(null, "_dd.p.dm=-1", null, List.of());

  /** What X-Ray's own trace has. */
  static final Baggage OF_XRAY = new Baggage(null, null, null, List.of());

  private final @Nullable String origin;
  private final @Nullable String tags;
  private final @Nullable String vendors;
  private final List<SpanLink> links;
  private final @Nullable String items;

  Baggage(
      @Nullable String origin,
      @Nullable String tags,
      @Nullable String vendors,
      List<SpanLink> links) {
    this(origin, tags, vendors, links, null);
  }

  private Baggage(
      @Nullable String origin,
      @Nullable String tags,
      @Nullable String vendors,
      List<SpanLink> links,
      @Nullable String items) {
    this.items = items;
    this.origin = origin;
    this.tags = tags;
    this.vendors = vendors;
    this.links = links;
  }

  /** Where the trace began, such as {@code synthetics} or {@code rum}; null if nobody said. */
  public @Nullable String origin() {
    return origin;
  }

  /** The tags of the whole trace, {@code _dd.p.name=value} with commas between; or null. */
  public @Nullable String tags() {
    return tags;
  }

  /** The members of W3C's tracestate that are other vendors', with commas between; or null. */
  public @Nullable String vendors() {
    return vendors;
  }

  /** Spans elsewhere that led to the invocation beside its parent. */
  public List<SpanLink> links() {
    return links;
  }

  /** The user's own items as W3C's header {@code baggage} has them; or null. */
  public @Nullable String items() {
    return items;
  }

  /** The same with other items. */
  public Baggage withItems(@Nullable String newItems) {
    return new Baggage(origin, tags, vendors, links, newItems);
  }

  Baggage with(@Nullable String newVendors) {
    return new Baggage(origin, tags, newVendors, links, items);
  }

  /** The same with other links. */
  public Baggage with(List<SpanLink> newLinks) {
    return new Baggage(origin, tags, vendors, newLinks, items);
  }
}
