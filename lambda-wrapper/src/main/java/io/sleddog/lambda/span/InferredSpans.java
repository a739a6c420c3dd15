package io.sleddog.lambda.span;

import io.sleddog.lambda.config.ServiceNames;
import io.sleddog.lambda.tag.Tags;
import io.sleddog.lambda.trigger.InferredSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of the services in front of a function, each the parent of the next. */
public final class InferredSpans {
  private final List<InferredSpan> told;
  private final List<ActiveSpan> spans;

  private InferredSpans(List<InferredSpan> told, List<ActiveSpan> spans) {
    this.told = told;
    this.spans = spans;
  }

  /** Starts them, each when the event says it began. */
  public static InferredSpans start(
      List<InferredSpan> told, Trace trace, ServiceNames names, String requestId) {
    List<ActiveSpan> spans = new ArrayList<>(told.size());
    ActiveSpan above = null;
    for (InferredSpan one : told) {
      above = start(one, trace, names, above);
      above.tag("request_id", requestId);
      spans.add(above);
    }
    return new InferredSpans(told, spans);
  }

  private static ActiveSpan start(
      InferredSpan one, Trace trace, ServiceNames names, @Nullable ActiveSpan above) {
    long start = one.startOr(trace.beginNanos());
    ActiveSpan span = trace.start(one.name(), service(one, names), above, start);
    span.enter();
    span.type(one.type());
    span.resource(one.resource());
    span.tagAll(one.tags());
    span.tag("resource_names", one.resource());
    span.tag("_inferred_span.tag_source", "self");
    span.tag("_inferred_span.synchronicity", one.isSynchronous() ? "sync" : "async");
    span.tag("_dd._inferred_span", 1);
    return span;
  }

  private static String service(InferredSpan one, ServiceNames names) {
    String renamed = names.renamed(one.serviceKey(), one.genericKeys());
    if (renamed != null) {
      return renamed;
    }
    String own = one.serviceName() == null ? "" : one.serviceName().trim();
    String fallback = one.serviceFallback();
    if (own.isEmpty() || (!names.areOwn() && fallback != null)) {
      return fallback == null ? one.name() : fallback;
    }
    return own;
  }

  /** The one right above the function, or null. */
  public @Nullable ActiveSpan nearest() {
    return spans.isEmpty() ? null : spans.get(spans.size() - 1);
  }

  /** Adds tags to the nearest one, if any. */
  public void tagNearest(Tags tags) {
    ActiveSpan nearest = nearest();
    if (nearest != null) {
      nearest.tagAll(tags);
    }
  }

  /** Marks those that waited for the function as failed. */
  public void fail() {
    for (int i = 0; i < spans.size(); i++) {
      if (told.get(i).isSynchronous() && told.get(i).endOr(-1) < 0) {
        spans.get(i).fail();
      }
    }
  }

  /** Ends them: those that waited at {@code endNanos}, the others when the function began. */
  public void end(long beginNanos, long endNanos) {
    for (int i = 0; i < spans.size(); i++) {
      InferredSpan one = told.get(i);
      spans.get(i).endAt(one.endOr(one.isSynchronous() ? endNanos : beginNanos));
    }
  }
}
