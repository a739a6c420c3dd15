package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the tags of the log on the spans, and the two marks that make the backend count them as a
 * function's and compute their statistics.
 */
final class SpanTags {
  private final Tags tags;
  private final Map<String, String> shared;

  /** Puts the tags of a log on spans. */
  SpanTags(Tags tags) {
    this.tags = tags;
    this.shared = shared(tags);
  }

  /** Whether these are those tags; lines that came together share the object. */
  @SuppressWarnings("ReferenceEquality")
  boolean areOf(Tags others) {
    return tags == others;
  }

  /** Whether a span stands for something before the function, so that its tags do not apply. */
  static boolean isItsOwn(Span span) {
    return "self".equals(span.meta().get("_inferred_span.tag_source"));
  }

  List<Span> apply(List<Span> trace) {
    List<Span> tagged = new ArrayList<>();
    boolean first = true;
    for (Span span : trace) {
      Map<String, String> meta = new LinkedHashMap<>(span.meta());
      if (!isItsOwn(span)) {
        meta.putAll(shared);
      }
      meta.put("_dd.origin", "lambda");
      meta.put("_dd.compute_stats", "1");
      if (first && span.ids().traceIdHigh() != 0) {
        meta.putIfAbsent("_dd.p.tid", hex(span.ids().traceIdHigh()));
      }
      first = false;
      tagged.add(span.withAttributes(meta, span.metrics()));
    }
    return tagged;
  }

  /** The tags by key; service and env have places of their own in a span. */
  private static Map<String, String> shared(Tags tags) {
    Map<String, String> shared = new LinkedHashMap<>();
    for (String tag : tags.entries()) {
      int colon = tag.indexOf(':');
      String key = colon < 0 ? "" : tag.substring(0, colon);
      if (colon >= 0 && !key.equalsIgnoreCase("service") && !key.equalsIgnoreCase("env")) {
        shared.put(key, tag.substring(colon + 1));
      }
    }
    return shared;
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
