package io.sleddog.local.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished span. Ids are unsigned 64-bit numbers; the upper half of a trace id stands in the tag
 * {@code _dd.p.tid}.
 *
 * @param parentId 0 if it has no parent
 * @param startNanos nanoseconds since the epoch
 * @param durationNanos nanoseconds
 * @param error 1 if it failed, else 0
 * @param meta tags with text
 * @param metrics tags with numbers
 * @param priority the sampling priority of its chunk; null where the format has none
 */
public record Span(
    long traceId,
    long spanId,
    long parentId,
    String service,
    String name,
    String resource,
    String type,
    long startNanos,
    long durationNanos,
    int error,
    Map<String, String> meta,
    Map<String, Double> metrics,
    @Nullable Integer priority) {

  /** The whole trace id in hex, 32 digits if the upper half is known, else 16. */
  public String traceIdHex() {
    return meta.getOrDefault("_dd.p.tid", "") + hex(traceId);
  }

  /** An id as 16 hex digits. */
  public static String hex(long id) {
    return String.format("%016x", id);
  }
}
