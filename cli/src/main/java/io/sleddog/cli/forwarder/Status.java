package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.doctor.ForwarderHealth;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import io.sleddog.cli.subject.Activity;
import io.sleddog.cli.subject.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code forwarder status} says. */
final class Status {
  private static final int ERRORS = 5;
  private static final int LONGEST_LINE = 300;

  private final ForwarderFunction forwarder;
  private final ForwarderHealth health;
  private final Optional<Backlog> backlog;
  private final Optional<List<String>> logGroups;

  /**
   * What is known.
   *
   * @param backlog what waits; nothing if nobody may look
   * @param logGroups the groups that it reads; nothing if that was not wanted
   */
  Status(
      ForwarderFunction forwarder,
      ForwarderHealth health,
      Optional<Backlog> backlog,
      Optional<List<String>> logGroups) {
    this.forwarder = forwarder;
    this.health = health;
    this.backlog = backlog;
    this.logGroups = logGroups;
  }

  Report report(boolean isFailing) {
    boolean isBad = isFailing && health.hasFindings();
    return Report.of(isBad ? ExitStatus.FINDINGS : ExitStatus.OK, json(), this::lines);
  }

  private ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("forwarder", forwarder.arn())
            .put("region", forwarder.region())
            .put("kind", forwarder.kind());
    forwarder
        .stack()
        .ifPresent(it -> json.putObject("stack").put("name", it.name()).put("status", it.status()));
    JsonNode configuration = forwarder.configuration();
    for (String member : List.of("Runtime", "Handler", "MemorySize", "Timeout", "LastModified")) {
      json.set(
          member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1),
          configuration.path(member));
    }
    health.activity().ifPresent(it -> json.set("activity", Json.tree(it.sums())));
    backlog.ifPresent(it -> json.set("backlog", Json.tree(it)));
    logGroups.ifPresent(it -> json.set("logGroups", Json.tree(it)));
    json.set("lastErrors", Json.tree(errors()));
    json.set("findings", health.json());
    return json;
  }

  private List<String> errors() {
    return health.errors(ERRORS).stream()
        .map(it -> Screen.harmless(it.substring(0, Math.min(LONGEST_LINE, it.length()))))
        .toList();
  }

  private List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    JsonNode configuration = forwarder.configuration();
    lines.add(style.paint(Tone.STRONG, Screen.harmless(forwarder.arn())));
    forwarder.stack().ifPresent(it -> lines.add("  stack     " + it.name() + "  " + it.status()));
    lines.add(
        "  code      %s  %s  %s MB  %s s  changed %s"
            .formatted(
                forwarder.kind(),
                configuration.path("Runtime").asText("-"),
                configuration.path("MemorySize").asText("-"),
                configuration.path("Timeout").asText("-"),
                configuration.path("LastModified").asText("-")));
    health.activity().ifPresent(it -> lines.add("  did       " + counts(it)));
    lines.add("  waiting   " + backlog.map(Status::waiting).orElse("nobody may look"));
    logGroups.ifPresent(
        it ->
            lines.add(
                "  reads     " + it.size() + (it.size() == 1 ? " log group" : " log groups")));
    errors().forEach(it -> lines.add("  " + style.paint(Tone.BAD, "error") + "     " + it));
    lines.addAll(health.lines(style));
    return lines;
  }

  private static String counts(Activity activity) {
    return "%d invocations, %d errors, %d throttled"
        .formatted(
            activity.sum("Invocations").orElse(0),
            activity.sum("Errors").orElse(0),
            activity.sum("Throttles").orElse(0));
  }

  private static String waiting(Backlog backlog) {
    return backlog.place().isEmpty()
        ? "nothing is stored"
        : "%d waiting, %d in quarantine  %s"
            .formatted(backlog.waiting(), backlog.quarantined(), backlog.place());
  }
}
