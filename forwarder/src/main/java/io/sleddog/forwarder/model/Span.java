package io.sleddog.forwarder.model;

import java.util.Map;

/**
 * One span as a tracer wrote it, or as the rules of the intake changed it.
 *
 * @param ids who it is
 * @param service the service it belongs to
 * @param name the operation
 * @param resource what was operated on
 * @param type the kind of work, such as {@code sql}; may be empty
 * @param startNanos nanoseconds since 1970
 * @param durationNanos nanoseconds
 * @param error 1 if it failed, else 0
 * @param meta text attributes
 * @param metrics number attributes
 */
public record Span(
    Ids ids,
    String service,
    String name,
    String resource,
    String type,
    long startNanos,
    long durationNanos,
    int error,
    Map<String, String> meta,
    Map<String, Double> metrics) {

  /**
   * The ids of a span, as unsigned numbers.
   *
   * @param traceIdHigh the upper half of a trace id of 128 bits, else 0
   * @param traceId the lower half
   * @param spanId its own
   * @param parentId 0 for a root
   */
  public record Ids(long traceIdHigh, long traceId, long spanId, long parentId) {
    /** The same span below another parent. */
    public Ids withParent(long other) {
      return new Ids(traceIdHigh, traceId, spanId, other);
    }
  }

  /** The same with other ids. */
  public Span withIds(Ids other) {
    return new Span(
        other, service, name, resource, type, startNanos, durationNanos, error, meta, metrics);
  }

  /** The same under other names. */
  public Span withNames(String newService, String newName, String newResource) {
    return new Span(
        ids,
        newService,
        newName,
        newResource,
        type,
        startNanos,
        durationNanos,
        error,
        meta,
        metrics);
  }

  /** The same with other attributes. */
  public Span withAttributes(Map<String, String> newMeta, Map<String, Double> newMetrics) {
    return new Span(
        ids, service, name, resource, type, startNanos, durationNanos, error, newMeta, newMetrics);
  }
}
