package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.subject.Backlog;
import io.sleddog.cli.subject.BacklogReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a forwarder send again what it stored. */
final class Replaying {
  /** The event that both forwarders take for that. */
  private static final String EVENT = "{\"retry\": true}";

  private final Cloud cloud;
  private final ForwarderFunction forwarder;

  /**
   * Creates it.
   *
   * @param cloud where it is
   * @param forwarder the forwarder
   */
  Replaying(Cloud cloud, ForwarderFunction forwarder) {
    this.cloud = cloud;
    this.forwarder = forwarder;
  }

  /** What is stored, without doing anything about it. */
  Report planned() {
    Optional<Backlog> now = backlog();
    return report(now, now, 0, true);
  }

  /**
   * Invokes the forwarder as long as less is left each time.
   *
   * @param rounds how often at most
   * @param pause between two invocations
   */
  Report replay(Run run, int rounds, Duration pause) {
    Optional<Backlog> before = backlog();
    Optional<Backlog> now = before;
    int invocations = 0;
    boolean isMoving = before.map(it -> it.waiting() > 0).orElse(true);
    while (isMoving && invocations < rounds) {
      run.screen().note("Replaying" + now.map(it -> ": " + it.waiting() + " wait").orElse(""));
      int done = invocations;
      run.watched(() -> run.fail(ended(done)), this::invoke);
      invocations++;
      Optional<Backlog> after = backlog();
      isMoving = isLess(now, after) && (pause.isZero() || run.waits(pause));
      now = after;
    }
    return report(before, now, invocations, false);
  }

  /** What is stored now; nothing if nobody may look. */
  private Optional<Backlog> backlog() {
    return BacklogReader.read(cloud, forwarder.configuration(), forwarder.region());
  }

  /**
   * One invocation, which ends when all is sent or the function's time is over.
   *
   * @return true, since there is nothing else to say
   * @throws Problem if the function failed
   */
  private boolean invoke() {
    Service lambda = cloud.service(ServiceName.LAMBDA, forwarder.region());
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", forwarder.arn());
    input.put("Payload", EVENT);
    JsonNode answer = lambda.call("Invoke", input);
    if (answer.hasNonNull("FunctionError")) {
      throw Problem.failed(
          "replay-failed",
          "The forwarder failed: " + Screen.harmless(answer.path("Payload").asText("")),
          "Look at its log: sleddog forwarder tail --since 10m --no-follow");
    }
    return true;
  }

  private static Problem ended(int invocations) {
    return Problem.interrupted(
        "Interrupted: " + times(invocations) + " done, and one begun, which the forwarder ends",
        "Count what is left: sleddog forwarder replay --dry-run");
  }

  private static String times(int invocations) {
    return invocations + (invocations == 1 ? " invocation" : " invocations");
  }

  /** Whether some are left, but fewer than before, so that it is worth to go on. */
  private static boolean isLess(Optional<Backlog> before, Optional<Backlog> after) {
    return before.isPresent()
        && after.isPresent()
        && after.get().waiting() > 0
        && after.get().waiting() < before.get().waiting();
  }

  private static Report report(
      Optional<Backlog> before, Optional<Backlog> now, int invocations, boolean isDryRun) {
    ObjectNode json = Json.object().put("dryRun", isDryRun).put("invocations", invocations);
    before.ifPresent(it -> json.put("place", it.place()).put("waitingBefore", it.waiting()));
    now.ifPresent(it -> json.put("waiting", it.waiting()).put("quarantined", it.quarantined()));
    boolean isDone = isDryRun || now.map(it -> it.waiting() == 0).orElse(true);
    List<String> lines = List.of(line(before, now, invocations));
    return new Report(
        isDone ? ExitStatus.OK : ExitStatus.PARTLY,
        json,
        style -> lines,
        isDone ? Optional.empty() : Optional.of(left()));
  }

  private static Problem left() {
    return Problem.failed(
            "batches-left",
            "Not everything could be sent",
            "Look at its log for the reason: sleddog forwarder tail --since 10m --no-follow")
        .retryable();
  }

  private static String line(Optional<Backlog> before, Optional<Backlog> now, int invocations) {
    String times = times(invocations);
    if (before.isEmpty() || now.isEmpty()) {
      return times + "; nobody may look into the bucket or queue, so it is not known what is left";
    }
    if (before.get().place().isEmpty()) {
      return "The forwarder stores nothing: DD_STORE_FAILED_EVENTS and a bucket or queue are not"
          + " set";
    }
    return "%s, waiting: %d before, %d now; in quarantine: %d (%s)"
        .formatted(
            times,
            before.get().waiting(),
            now.get().waiting(),
            now.get().quarantined(),
            now.get().place());
  }
}
