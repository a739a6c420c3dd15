package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes spans that only stand for a segment of X-Ray, and puts their children below the
 * placeholder's own parent, wherever in the line they are.
 */
final class XRayPlaceholders {
  private XRayPlaceholders() {}

  static List<Span> remove(List<Span> spans) {
    Map<Long, Long> parents = new HashMap<>();
    for (Span span : spans) {
      if (isPlaceholder(span)) {
        parents.put(span.ids().spanId(), span.ids().parentId());
      }
    }
    if (parents.isEmpty()) {
      return spans;
    }
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      if (!isPlaceholder(span)) {
        kept.add(span.withIds(span.ids().withParent(parent(span, parents))));
      }
    }
    return kept;
  }

  private static long parent(Span span, Map<Long, Long> parents) {
    long parent = span.ids().parentId();
    for (int i = 0; i < parents.size() && parents.containsKey(parent); i++) {
      parent = parents.get(parent);
    }
    return parent;
  }

  private static boolean isPlaceholder(Span span) {
    return "xray".equals(span.meta().get("_dd.parent_source"));
  }
}
