package io.sleddog.lambda.context;

import org.jspecify.annotations.Nullable;

/**
 * W3C's {@code tracestate}. Datadog's member reads {@code dd=s:1;o:rum;t.dm:-0;p:0000000000000001}:
 * the sampling priority, the origin, tags of the trace, the last Datadog span.
 */
final class TraceState {
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int MOST_VENDORS = 31;

  private int vendorCount;
  private int priority = UNKNOWN;
  private @Nullable String origin;
  private @Nullable String tags;
  private @Nullable String vendors;

  private TraceState() {}

  static TraceState parse(@Nullable String header) {
    TraceState state = new TraceState();
    if (header != null) {
      for (String member : header.split(",", -1)) {
        state.readMember(member.trim());
      }
    }
    return state;
  }

  private void readMember(String member) {
    if (!member.startsWith("dd=")) {
      // W3C lets a list have 32 members, and ours is one of them.
      if (!member.isEmpty() && vendorCount++ < MOST_VENDORS) {
        vendors = join(vendors, member);
      }
      return;
    }
    for (String part : member.substring(3).split(";", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        readPart(part.substring(0, colon), part.substring(colon + 1).replace('~', '='));
      }
    }
  }

  private void readPart(String key, String value) {
    if (key.equals("s")) {
      priority = number(value);
    } else if (key.equals("o")) {
      origin = value;
    } else if (key.startsWith("t.") && !key.equals("t.tid")) {
      tags = join(tags, "_dd.p." + key.substring(2) + "=" + value);
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return UNKNOWN;
    }
  }

  private static @Nullable String join(@Nullable String list, String item) {
    if (item.isEmpty()) {
      return list;
    }
    return list == null ? item : list + "," + item;
  }

  int priority() {
    return priority;
  }

  @Nullable String origin() {
    return origin;
  }

  @Nullable String tags() {
    return tags;
  }

  @Nullable String vendors() {
    return vendors;
  }

  static String write(TraceContext context, long spanId, @Nullable String ownOrigin) {
    Baggage baggage = context.baggage();
    String origin = baggage.origin() == null ? ownOrigin : baggage.origin();
    StringBuilder state = new StringBuilder("dd=s:").append(context.priority());
    if (origin != null) {
      state.append(";o:").append(escape(origin));
    }
    String tags = baggage.tags();
    for (String tag : tags == null ? new String[0] : tags.split(",", -1)) {
      int equals = tag.indexOf('=');
      if (tag.startsWith("_dd.p.") && equals > 0) {
        state
            .append(";t.")
            .append(tag, 6, equals)
            .append(':')
            .append(escape(tag.substring(equals + 1)));
      }
    }
    state.append(";p:").append(Hex.text(spanId));
    return baggage.vendors() == null ? state.toString() : state + "," + baggage.vendors();
  }

  private static String escape(String value) {
    return value.replace('=', '~').replace(';', '_').replace(',', '_');
  }
}
