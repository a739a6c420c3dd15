package io.sleddog.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.command.Pause;
import io.sleddog.cli.forwarder.LogFollower;
import io.sleddog.cli.subject.Failures;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Hands on what is new in logs of AWS, until it is interrupted; used by one thread. */
final class LogTail {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final List<LogFollower> logs;
  private final Consumer<LoggedEvents> sink;
  private final Consumer<String> warnings;
  private final Set<String> failing = new HashSet<>();

  /**
   * A tail of these logs.
   *
   * @param sink gets the events of each stream
   * @param warnings is told once when a log cannot be read for a while
   */
  LogTail(List<LogFollower> logs, Consumer<LoggedEvents> sink, Consumer<String> warnings) {
    this.logs = List.copyOf(logs);
    this.sink = sink;
    this.warnings = warnings;
  }

  /**
   * Looks again and again.
   *
   * @throws io.sleddog.cli.problem.Problem if a log cannot be read and waiting does not help
   */
  void follow(Pause pause) {
    while (!Thread.currentThread().isInterrupted()) {
      logs.forEach(this::look);
      pause.pause(PAUSE);
    }
  }

  /** Looks once. */
  void look(LogFollower log) {
    try {
      hand(log);
      failing.remove(log.group());
    } catch (AwsFailure e) {
      if (!e.isPassing()) {
        throw Failures.problem(log.group(), e);
      } else if (failing.add(log.group())) {
        warnings.accept(log.group() + " cannot be read at present: " + e.message());
      }
    }
  }

  private void hand(LogFollower log) {
    Map<String, List<LogEvent>> streams = new LinkedHashMap<>();
    for (JsonNode event : log.next()) {
      streams
          .computeIfAbsent(event.path("logStreamName").asText(""), name -> new ArrayList<>())
          .add(
              new LogEvent(
                  event.path("eventId").asText(),
                  event.path("timestamp").asLong(),
                  event.path("message").asText(),
                  null));
    }
    streams.forEach(
        (name, events) -> sink.accept(new LoggedEvents(new LogStream(log.group(), name), events)));
  }
}
