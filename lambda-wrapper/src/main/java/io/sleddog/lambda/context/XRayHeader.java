package io.sleddog.lambda.context;

import org.jspecify.annotations.Nullable;

/**
 * The header of AWS X-Ray: {@code Root=1-8 digits-24 digits;Parent=16 digits;Sampled=1}, with more
 * parts possible behind.
 */
public final class XRayHeader {
  private static final int ROOT_LENGTH = 35;
  private static final int LOW_FROM = 19;

  private final String root;
  private final long parentId;
  private final @Nullable String sampled;

  private XRayHeader(String root, long parentId, @Nullable String sampled) {
    this.root = root;
    this.parentId = parentId;
    this.sampled = sampled;
  }

  /** Reads a header; null if it is absent or not of that form. */
  public static @Nullable XRayHeader tryParse(@Nullable String header) {
    String root = part(header, "Root=");
    String parent = part(header, "Parent=");
    if (root == null || parent == null || root.length() != ROOT_LENGTH) {
      return null;
    }
    long parentId = Hex.parse(parent, 0, parent.length());
    return parentId == 0 ? null : new XRayHeader(root, parentId, part(header, "Sampled="));
  }

  private static @Nullable String part(@Nullable String header, String name) {
    if (header == null) {
      return null;
    }
    for (String part : header.split(";", -1)) {
      String trimmed = part.trim();
      if (trimmed.startsWith(name)) {
        return trimmed.substring(name.length());
      }
    }
    return null;
  }

  /** X-Ray's trace, in its own notation. */
  public String root() {
    return root;
  }

  /** The segment that called. */
  public long parentId() {
    return parentId;
  }

  /**
   * X-Ray's trace in Datadog's terms: the lower 63 bits of its id; priority by its own sampling.
   */
  public @Nullable TraceContext toContext() {
    long low = Hex.parse(root, LOW_FROM, ROOT_LENGTH) & Long.MAX_VALUE;
    return low == 0 ? null : new TraceContext(0, low, parentId, priority(), Baggage.OF_XRAY);
  }

  private int priority() {
    if ("1".equals(sampled)) {
      return 2;
    }
    return "0".equals(sampled) ? -1 : 1;
  }

  /**
   * The Datadog context that Datadog's Java tracer puts into such a header, whose root then has
   * eight zeros in the middle; null for one of X-Ray's own.
   */
  @Nullable TraceContext toTracersContext() {
    if (!root.startsWith("00000000", LOW_FROM - 8)) {
      return null;
    }
    long low = Hex.parse(root, LOW_FROM, ROOT_LENGTH);
    int priority = "0".equals(sampled) ? 0 : 1;
    return low == 0 ? null : new TraceContext(0, low, parentId, priority, Baggage.NONE);
  }
}
