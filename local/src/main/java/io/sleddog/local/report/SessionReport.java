package io.sleddog.local.report;

import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A session as text: one block for each invocation, then what came from the platform's lines. */
public final class SessionReport {
  private final Ink ink;

  /** A report with or without colours. */
  public SessionReport(boolean colours) {
    this.ink = new Ink(colours);
  }

  /**
   * The report's lines.
   *
   * @param took how long the whole session took
   */
  public List<String> lines(Session session, Duration took) {
    List<String> lines = new ArrayList<>();
    FunctionBlock block = new FunctionBlock(ink);
    byFunction(session.stories())
        .forEach(
            (function, stories) -> {
              lines.addAll(block.lines(function, stories));
              lines.add("");
            });
    derived(session.derivedPoints(), lines);
    lines.addAll(new Verdict(ink).lines(session, took));
    return lines;
  }

  private static Map<String, List<InvocationStory>> byFunction(List<InvocationStory> stories) {
    return stories.stream()
        .collect(
            Collectors.groupingBy(
                story -> story.execution().invocation().function(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private void derived(List<MetricPoint> points, List<String> lines) {
    if (points.isEmpty()) {
      return;
    }
    Map<String, Long> counts =
        points.stream()
            .collect(
                Collectors.groupingBy(MetricPoint::metric, TreeMap::new, Collectors.counting()));
    lines.add(ink.bold("Made by the forwarder from the platform's lines"));
    counts.forEach((metric, count) -> lines.add("  " + metric + ink.dim("  ×" + count)));
    lines.add("");
  }

  /** The bytes that all requests had on the wire. */
  static long wireBytes(List<IntakeRequest> requests) {
    return requests.stream().mapToLong(IntakeRequest::wireBytes).sum();
  }
}
