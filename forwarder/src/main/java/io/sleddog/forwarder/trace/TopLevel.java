package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks the spans by which a service is entered: a root, one whose parent is not in the chunk, and
 * one whose parent belongs to another service. The backend counts requests by them.
 */
final class TopLevel {
  private TopLevel() {}

  static List<Span> mark(List<Span> trace) {
    Map<Long, String> services = new HashMap<>();
    for (Span span : trace) {
      services.put(span.ids().spanId(), span.service());
    }
    List<Span> marked = new ArrayList<>();
    for (Span span : trace) {
      boolean top = !span.service().equals(services.get(span.ids().parentId()));
      marked.add(top ? top(span) : span);
    }
    return marked;
  }

  private static Span top(Span span) {
    Map<String, Double> metrics = new LinkedHashMap<>(span.metrics());
    metrics.put("_top_level", 1.0);
    return span.withAttributes(span.meta(), metrics);
  }
}
