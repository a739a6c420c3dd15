package io.sleddog.local.report;

import io.sleddog.local.model.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spans as a tree with bars on one axis of time. */
final class SpanTree {
  private static final int AXIS = 30;
  private static final int NAME = 46;

  private final Ink ink;
  private final long from;
  private final long length;
  private final Map<Long, List<Span>> children = new HashMap<>();
  private final List<Span> roots = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private SpanTree(List<Span> spans, Ink ink) {
    this.ink = ink;
    this.from = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
    long to = spans.stream().mapToLong(s -> s.startNanos() + s.durationNanos()).max().orElse(0);
    this.length = Math.max(1, to - from);
    Set<Long> ids = new HashSet<>();
    spans.forEach(span -> ids.add(span.spanId()));
    for (Span span : spans) {
      boolean root = !ids.contains(span.parentId()) || span.parentId() == span.spanId();
      (root ? roots : children.computeIfAbsent(span.parentId(), id -> new ArrayList<>())).add(span);
    }
  }

  /** One line for each span, parents before children. */
  static List<String> lines(List<Span> spans, Ink ink) {
    SpanTree tree = new SpanTree(spans, ink);
    tree.roots.forEach(root -> tree.add(root, "", ""));
    return tree.lines;
  }

  private void add(Span span, String indent, String below) {
    String time = Units.duration(Duration.ofNanos(span.durationNanos()));
    lines.add(label(span, indent) + bar(span) + "  " + time);
    if (span.error() != 0) {
      lines.add(below + "  " + ink.red(error(span)));
    }
    List<Span> parts = children.getOrDefault(span.spanId(), List.of());
    for (int at = 0; at < parts.size(); at++) {
      boolean last = at == parts.size() - 1;
      add(parts.get(at), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  /** Name and resource in a column of fixed width; a long one is cut. */
  private String label(Span span, String indent) {
    int room = Math.max(10, NAME - indent.length());
    String name = Units.line(span.name(), room);
    int left = room - name.length() - 1;
    boolean said = span.resource().equals(span.name()) || left < 2;
    String resource = said ? "" : " " + Units.line(span.resource(), left);
    int width = indent.length() + name.length() + resource.length();
    return indent
        + (span.error() == 0 ? name : ink.red(name))
        + ink.dim(resource)
        + " ".repeat(Math.max(1, NAME + 1 - width));
  }

  private String bar(Span span) {
    int start = (int) Math.min(AXIS - 1, (span.startNanos() - from) * AXIS / length);
    int width = (int) Math.max(1, Math.min(AXIS - start, span.durationNanos() * AXIS / length));
    String bar = "█".repeat(width);
    String rest = "·".repeat(AXIS - start - width);
    return ink.dim("·".repeat(start))
        + (span.error() == 0 ? ink.cyan(bar) : ink.red(bar))
        + ink.dim(rest);
  }

  private static String error(Span span) {
    String type = span.meta().getOrDefault("error.type", "error");
    String message =
        span.meta().getOrDefault("error.message", span.meta().getOrDefault("error.msg", ""));
    return Units.line(type + ": " + message, 100);
  }
}
