package io.sleddog.lambda.span;

import io.sleddog.lambda.config.ServiceNames;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import io.sleddog.lambda.trigger.InferredSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of the services in front of a function, each the parent of the next. */
public final class InferredSpans {
  private static final Json SELF = Json.ofText("self");
  private static final Json SYNC = Json.ofText("sync");
  private static final Json ASYNC = Json.ofText("async");

  private final List<InferredSpan> told;
  private final ActiveSpan[] spans;

  private InferredSpans(List<InferredSpan> told, ActiveSpan[] spans) {
    this.told = told;
    this.spans = spans;
  }

  /** Starts them, each when the event says it began. */
  public static InferredSpans start(
      List<InferredSpan> told, Trace trace, ServiceNames names, String requestId) {
    ActiveSpan[] spans = new ActiveSpan[told.size()];
    ActiveSpan above = null;
    for (int i = 0; i < spans.length; i++) {
      above = start(told.get(i), trace, names, above, requestId);
      spans[i] = above;
    }
    return new InferredSpans(told, spans);
  }

  private static ActiveSpan start(
      InferredSpan one,
      Trace trace,
      ServiceNames names,
      @Nullable ActiveSpan above,
      String requestId) {
    Tags tags = one.tags();
    tags.put("resource_names", one.resource());
    tags.put("_inferred_span.tag_source", SELF);
    tags.put("_inferred_span.synchronicity", one.isSynchronous() ? SYNC : ASYNC);
    tags.put("request_id", requestId);
    long start = one.startOr(trace.beginNanos());
    ActiveSpan span = trace.start(one.name(), service(one, names), above, start);
    span.begin(one.type(), one.resource(), tags);
    span.enter();
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
    return spans.length == 0 ? null : spans[spans.length - 1];
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
    for (int i = 0; i < spans.length; i++) {
      if (told.get(i).isSynchronous() && told.get(i).endOr(-1) < 0) {
        spans[i].fail();
      }
    }
  }

  /** Ends them: those that waited at {@code endNanos}, the others when the function began. */
  public void end(long beginNanos, long endNanos) {
    for (int i = 0; i < spans.length; i++) {
      InferredSpan one = told.get(i);
      spans[i].endAt(one.endOr(one.isSynchronous() ? endNanos : beginNanos));
    }
  }
}
