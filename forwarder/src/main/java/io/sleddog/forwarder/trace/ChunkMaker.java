package io.sleddog.forwarder.trace;

import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.TraceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies all rules to the spans of a line and sorts them by trace. */
public final class ChunkMaker {
  private static final String PRIORITY = "_sampling_priority_v1";
  private static final int AUTO_KEEP = 1;
  private static final String ENV = "env";
  private static final String NO_ENV = "none";

  private @Nullable SpanTags lastTags;

  /** The chunks of a line, one for each trace in it; none if only placeholders were in it. */
  public List<Chunk> chunks(TraceLine line) {
    List<Span> spans = XRayPlaceholders.remove(AgentQuirks.mend(line.spans(), line.function()));
    Map<Long, List<Span>> traces = new LinkedHashMap<>();
    for (Span span : spans) {
      traces.computeIfAbsent(span.ids().traceId(), id -> new ArrayList<>()).add(span);
    }
    List<Chunk> chunks = new ArrayList<>();
    for (List<Span> trace : traces.values()) {
      chunks.add(chunk(trace, line));
    }
    return chunks;
  }

  private Chunk chunk(List<Span> trace, TraceLine line) {
    String env = env(trace, line);
    int priority = priority(trace);
    List<Span> marked = ServiceNames.apply(TopLevel.mark(trace), line);
    List<Span> tagged = spanTags(line.tags()).apply(marked);
    return new Chunk(env, priority, Obfuscator.obfuscate(tagged));
  }

  private SpanTags spanTags(Tags tags) {
    SpanTags known = lastTags;
    if (known == null || !known.areOf(tags)) {
      known = new SpanTags(tags);
      lastTags = known;
    }
    return known;
  }

  private static String env(List<Span> trace, TraceLine line) {
    String tagged = line.tags().last(ENV).orElse("");
    if (!tagged.isEmpty() && !tagged.equals(NO_ENV)) {
      return tagged;
    }
    String found = NO_ENV;
    for (Span span : trace) {
      String own = span.meta().getOrDefault(ENV, "");
      found = own.isEmpty() ? found : own;
    }
    return found;
  }

  private static int priority(List<Span> trace) {
    Double found = null;
    for (Span span : trace) {
      Double own = span.metrics().get(PRIORITY);
      if (own != null && (found == null || span.ids().parentId() == 0)) {
        found = own;
      }
    }
    return found == null ? AUTO_KEEP : found.intValue();
  }
}
