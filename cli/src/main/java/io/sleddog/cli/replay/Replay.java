package io.sleddog.cli.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Sends events one after the other, not too fast, and tells what became of them. */
public final class Replay {
  private final Run run;
  private final Duration pause;

  /**
   * A replay.
   *
   * @param pause between two events
   */
  public Replay(Run run, Duration pause) {
    this.run = run;
    this.pause = pause;
  }

  /**
   * Sends them all; one that fails does not keep the others.
   *
   * @return the report with the exit status
   */
  public Report send(List<ReplayEvent> events, Sink sink) {
    Map<String, String> failed = new LinkedHashMap<>();
    AtomicInteger sent = new AtomicInteger();
    run.watched(() -> run.fail(ended(events, sent.get())), () -> send(events, sink, sent, failed));
    return report(events.size(), sent.get(), failed, sink.arrived());
  }

  private boolean send(
      List<ReplayEvent> events, Sink sink, AtomicInteger sent, Map<String, String> failed) {
    for (ReplayEvent event : events) {
      if (sent.get() > 0 && !pause.isZero() && !run.waits(pause)) {
        return false;
      }
      run.screen().note("Sending " + event.name());
      sink.send(event.json()).ifPresent(why -> failed.put(event.name(), why));
      sent.incrementAndGet();
    }
    return true;
  }

  private static Problem ended(List<ReplayEvent> events, int sent) {
    String next = sent < events.size() ? "; perhaps also " + events.get(sent).name() : "";
    return Problem.interrupted(
        "Interrupted: " + sent + " of " + count(events.size()) + " sent" + next,
        "What was sent arrives again if all are sent again: leave it out, or say --since");
  }

  /** What would be sent. */
  public static Report planned(List<ReplayEvent> events) {
    ObjectNode json = Json.object().put("dryRun", true).put("events", events.size());
    ArrayNode list = json.putArray("names");
    List<String> lines = new ArrayList<>();
    for (ReplayEvent event : events) {
      list.add(event.name());
      lines.add("  " + event.name());
    }
    lines.add("Dry run, nothing was sent. " + count(events.size()));
    return Report.of(ExitStatus.OK, json, style -> lines);
  }

  private static Report report(
      int all, int sent, Map<String, String> failed, Map<String, Integer> arrived) {
    ObjectNode json =
        Json.object().put("dryRun", false).put("events", all).put("sent", sent - failed.size());
    ArrayNode list = json.putArray("failed");
    List<String> lines = new ArrayList<>();
    failed.forEach(
        (name, why) -> {
          list.addObject().put("event", name).put("reason", why);
          lines.add("failed  " + name + ": " + why);
        });
    lines.add(count(all) + ": " + (sent - failed.size()) + " sent, " + failed.size() + " failed");
    if (!arrived.isEmpty()) {
      json.set("arrived", Json.tree(arrived));
      lines.add("Arrived at the intake of this machine: " + counts(arrived));
    }
    return new Report(status(sent, failed.size()), json, style -> lines, problem(failed.size()));
  }

  private static ExitStatus status(int sent, int failed) {
    return failed == 0 ? ExitStatus.OK : failed == sent ? ExitStatus.FAILED : ExitStatus.PARTLY;
  }

  private static Optional<Problem> problem(int failed) {
    return failed == 0
        ? Optional.empty()
        : Optional.of(
            Problem.failed(
                "events-failed",
                "The forwarder failed with " + count(failed),
                "Look at its log: sleddog forwarder tail --since 10m --no-follow"));
  }

  private static String count(int events) {
    return events + (events == 1 ? " event" : " events");
  }

  private static String counts(Map<String, Integer> arrived) {
    return arrived.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }
}
