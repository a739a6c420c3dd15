package io.sleddog.lambda.context;

import org.jspecify.annotations.Nullable;

/** The header {@code x-datadog-tags}: {@code key=value} with commas between. */
public final class TraceTags {
  private static final String PREFIX = "_dd.p.";
  private static final String HIGH = "_dd.p.tid=";
  private static final String ERROR = "_dd.propagation_error=";
  static final int MOST = 512;

  private TraceTags() {}

  /** The upper half of the trace id; 0 if it is not there or not 16 digits. */
  static long traceIdHigh(@Nullable String tags) {
    int at = tags == null ? -1 : tags.indexOf(HIGH);
    if (tags == null || at < 0) {
      return 0;
    }
    int start = at + HIGH.length();
    int comma = tags.indexOf(',', start);
    int end = comma < 0 ? tags.length() : comma;
    return end - start == 16 ? Hex.parse(tags, start, end) : 0;
  }

  /**
   * The tags that travel on: those with the prefix, without ids and without the list of services.
   */
  static @Nullable String toKeep(@Nullable String tags) {
    return toKeep(tags, MOST);
  }

  /** The same with another limit of length. */
  static @Nullable String toKeep(@Nullable String tags, int longest) {
    if (tags == null || tags.isEmpty()) {
      return null;
    }
    if (tags.length() > longest) {
      return ERROR + "extract_max_size";
    }
    String kept = null;
    int from = 0;
    while (from <= tags.length()) {
      int comma = tags.indexOf(',', from);
      int end = comma < 0 ? tags.length() : comma;
      String tag = trimmed(tags.substring(from, end).trim());
      if (tag != null && (kept == null || !isSet(kept, tag))) {
        kept = kept == null ? tag : kept + "," + tag;
      }
      from = end + 1;
    }
    return kept;
  }

  /** Without what is to be known here only: that something was wrong with them. */
  static String toSend(String tags) {
    if (!tags.contains(ERROR)) {
      return tags;
    }
    StringBuilder sent = new StringBuilder();
    for (String tag : tags.split(",", -1)) {
      if (!tag.startsWith(ERROR)) {
        sent.append(sent.length() == 0 ? "" : ",").append(tag);
      }
    }
    return sent.toString();
  }

  private static boolean isSet(String tags, String tag) {
    return tags.indexOf(tag.substring(0, tag.indexOf('=') + 1)) >= 0;
  }

  private static boolean isTraceIdHigh(String tag) {
    return traceIdHigh(tag) != 0 || tag.equals(HIGH + "0000000000000000");
  }

  private static @Nullable String trimmed(String tag) {
    if (tag.startsWith(HIGH)) {
      return isTraceIdHigh(tag) ? null : ERROR + "malformed_tid " + tag.substring(HIGH.length());
    }
    int equals = tag.indexOf('=');
    boolean travels = tag.startsWith(PREFIX) && !tag.startsWith("_dd.p.upstream_services=");
    return travels && equals > 0 && equals < tag.length() - 1 ? tag : null;
  }
}
