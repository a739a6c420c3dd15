package io.sleddog.lambda;

import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.line.EventLine;
import io.sleddog.lambda.line.LineSink;
import io.sleddog.lambda.line.MetricLine;
import io.sleddog.lambda.metric.MetricTags;
import io.sleddog.lambda.metric.PointRules;
import io.sleddog.lambda.span.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points, events and checks on their way out: as lines, or to the Agent or the extension. */
final class Points {
  private final Settings settings;
  private final LineSink sink;
  private final @Nullable Agent agent;
  private final Warnings warnings;
  private final Clock clock;
  private final MetricTags tags;
  private final MetricLine line;

  Points(Settings settings, LineSink sink, @Nullable Agent agent, Warnings warnings, Clock clock) {
    this.settings = settings;
    this.sink = sink;
    this.agent = agent;
    this.warnings = warnings;
    this.clock = clock;
    this.tags = new MetricTags(settings.runtime());
    this.line = new MetricLine(sink, warnings);
  }

  /** Whether the metrics that every invocation of a function has make sense here. */
  boolean areOfFunction() {
    return agent == null || agent.isExtension();
  }

  /** Whether this is a process of its own, and not a function. */
  boolean areOfProcess() {
    return agent == null ? settings.writesLinesOfProcess() : !agent.isExtension();
  }

  /** Writes a point of one of the metrics that every invocation has, if they are wanted. */
  void enhanced(String name, double value, Invocation invocation) {
    if (settings.enhancedMetrics() && areOfFunction()) {
      List<String> same = tags.enhanced(invocation);
      if (agent == null) {
        line.writeOften(name, value, clock.epochMillis() / 1000, same);
      } else {
        agent.point(name, value, 'd', 0, same);
      }
    }
  }

  /** The same for a function that could not be loaded. */
  void unloaded(String name, double value) {
    if (settings.enhancedMetrics() && areOfFunction()) {
      write('d', name, value, 0, tags.unloaded());
    }
  }

  /** Writes a point of a distribution of ours that was measured now. */
  void tagged(String name, double value, String tag) {
    write('d', name, value, 0, tags.custom(tag));
  }

  /**
   * Writes a point of the user's own, if it is of any use.
   *
   * @param type {@code d} for a distribution, {@code c} for a count, {@code g} for a gauge
   */
  void custom(char type, String name, double value, @Nullable Instant time, String... users) {
    if (!PointRules.accept(name, value, warnings)) {
      return;
    }
    long seconds = time == null ? 0 : time.getEpochSecond();
    if (time != null) {
      PointRules.checkTime(name, seconds, clock.epochMillis() / 1000, warnings);
    }
    write(type, name, value, seconds, tags(users));
  }

  private void write(char type, String name, double value, long seconds, List<String> all) {
    if (agent == null) {
      long time = seconds == 0 ? clock.epochMillis() / 1000 : seconds;
      line.write(name, value, time, all);
    } else {
      agent.point(name, value, type, seconds, all);
    }
  }

  /** The user's tags as they go out: the layer's own belongs to functions. */
  private List<String> tags(String... users) {
    return areOfProcess() ? MetricTags.present(users) : tags.custom(users);
  }

  /** Writes an event of the user's own. */
  void event(String kind, String title, String text, String... users) {
    if (agent == null) {
      EventLine.write(sink, kind, title, text, MetricTags.present(users));
    } else {
      long now = clock.epochMillis() / 1000;
      agent.event(kind, title, text, now, MetricTags.present(users));
    }
  }

  /** Writes the state of something: 0 is well, 1 a warning, 2 critical, 3 unknown. */
  void check(String name, int state, String message, String... users) {
    if (!PointRules.accept(name, state, warnings)) {
      return;
    }
    if (agent == null) {
      write('d', name, state, 0, tags(users));
    } else {
      agent.check(name, state, message, clock.epochMillis() / 1000, MetricTags.present(users));
    }
  }
}
