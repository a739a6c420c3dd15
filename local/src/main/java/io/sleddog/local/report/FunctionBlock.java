package io.sleddog.local.report;

import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One function: its invocations, then the tags that all its metric values have in common. */
final class FunctionBlock {
  private static final int WIDTH = 110;
  private static final String INDENT = "    ";

  private final Ink ink;

  FunctionBlock(Ink ink) {
    this.ink = ink;
  }

  List<String> lines(String function, List<InvocationStory> stories) {
    Set<String> shared = sharedTags(stories);
    InvocationBlock block = new InvocationBlock(ink, shared);
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(function));
    stories.forEach(story -> lines.addAll(block.lines(story)));
    if (!shared.isEmpty()) {
      lines.add(ink.dim("  all these metric values also have the tags"));
      wrapped(shared).forEach(line -> lines.add(ink.dim(INDENT + line)));
    }
    return lines;
  }

  private static Set<String> sharedTags(List<InvocationStory> stories) {
    List<MetricPoint> points =
        stories.stream().flatMap(story -> story.points().stream()).map(OwnPoint::point).toList();
    Set<String> shared = new LinkedHashSet<>();
    points.stream().findFirst().ifPresent(point -> shared.addAll(point.tags()));
    points.forEach(point -> shared.retainAll(point.tags()));
    return shared;
  }

  private static List<String> wrapped(Set<String> tags) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String tag : tags) {
      if (line.length() > 0 && line.length() + tag.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(tag);
    }
    lines.add(line.toString());
    return lines;
  }
}
