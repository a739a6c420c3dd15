package io.sleddog.local.report;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import io.sleddog.local.session.TriggerLabel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One invocation as a section of the HTML page. */
final class HtmlStory {
  private final InvocationStory story;

  HtmlStory(InvocationStory story) {
    this.story = story;
  }

  String section() {
    Invocation invocation = story.execution().invocation();
    String title = invocation.function() + ", " + TriggerLabel.of(invocation.event());
    return "<section>\n"
        + element("h2", title)
        + element("p", facts(invocation))
        + block("Trace", String.join("\n", SpanTree.lines(story.spans(), new Ink(false))))
        + block("Metrics", metrics())
        + block("Logs", logs())
        + "</section>\n";
  }

  private static String facts(Invocation invocation) {
    String cold =
        invocation.timing().init() == null
            ? "warm"
            : "cold start " + Units.duration(invocation.timing().init());
    return String.join(
        ", ",
        invocation.status().name().toLowerCase(Locale.ROOT),
        cold,
        Units.duration(invocation.timing().duration()),
        invocation.maxMemoryMb() + " MB");
  }

  private String metrics() {
    return story.points().stream()
        .map(OwnPoint::point)
        .map(p -> p.metric() + " " + Units.number(p.value()) + "  " + String.join(" ", p.tags()))
        .collect(Collectors.joining("\n"));
  }

  private String logs() {
    List<String> lines = story.logs().stream().map(log -> log.message().stripTrailing()).toList();
    return String.join("\n", lines);
  }

  private static String block(String title, String text) {
    return text.isEmpty() ? "" : element("h3", title) + Markup.block(text);
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + Markup.escape(text) + "</" + name + ">\n";
  }
}
