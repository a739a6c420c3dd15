package io.sleddog.lambda.context;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.trigger.Carrier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Datadog's own headers: decimal ids, and the upper half of the trace id among the tags. */
final class DatadogHeaders implements Propagation {
  private static final int NO_PRIORITY = Integer.MIN_VALUE;

  private final int longestTags;
  private final @Nullable String ownOrigin;

  /**
   * Takes what it has to know.
   *
   * @param longestTags how many characters the tags may have that travel along
   * @param ownOrigin what traces that nobody named an origin of come from; null for nothing
   */
  DatadogHeaders(int longestTags, @Nullable String ownOrigin) {
    this.longestTags = longestTags;
    this.ownOrigin = ownOrigin;
  }

  @Override
  public @Nullable TraceContext extract(Carrier carrier) {
    long traceId = carrier.find("x-datadog-trace-id").unsigned();
    if (traceId == 0) {
      return null;
    }
    long parentId = carrier.find("x-datadog-parent-id").unsigned();
    int priority = priority(carrier.find("x-datadog-sampling-priority"));
    if (parentId == 0 || priority == NO_PRIORITY) {
      return null;
    }
    String tags = carrier.get("x-datadog-tags");
    String origin = carrier.get("x-datadog-origin");
    return new TraceContext(
        TraceTags.traceIdHigh(tags),
        traceId,
        parentId,
        priority,
        new Baggage(origin, TraceTags.toKeep(tags, longestTags), null, List.of()));
  }

  private static int priority(Json value) {
    long number = value.integer(NO_PRIORITY);
    return number >= -1 && number <= 2 ? (int) number : NO_PRIORITY;
  }

  @Override
  public void inject(TraceContext context, long spanId, Map<String, String> headers) {
    headers.put("x-datadog-trace-id", Long.toUnsignedString(context.traceIdLow()));
    headers.put("x-datadog-parent-id", Long.toUnsignedString(spanId));
    headers.put("x-datadog-sampling-priority", Integer.toString(context.priority()));
    String origin = context.baggage().origin();
    if (origin != null || ownOrigin != null) {
      headers.put("x-datadog-origin", origin == null ? ownOrigin : origin);
    }
    String tags = tags(context);
    if (!tags.isEmpty() && tags.length() <= longestTags) {
      headers.put("x-datadog-tags", tags);
    }
  }

  private static String tags(TraceContext context) {
    String tags = context.baggage().tags();
    String others = tags == null ? "" : TraceTags.toSend(tags);
    if (context.traceIdHigh() == 0) {
      return others;
    }
    String high = "_dd.p.tid=" + Hex.text(context.traceIdHigh());
    return others.isEmpty() ? high : others + "," + high;
  }
}
