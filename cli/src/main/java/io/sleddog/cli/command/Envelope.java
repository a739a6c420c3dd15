package io.sleddog.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;

/** What stands around every result that is written as JSON. */
public final class Envelope {
  /**
   * The version of the form; it changes if a member is renamed, removed or means something else.
   */
  private static final int SCHEMA = 1;

  private Envelope() {}

  /** A result. */
  static ObjectNode of(String command, Report report) {
    boolean isOk = report.status() == ExitStatus.OK || report.status() == ExitStatus.FINDINGS;
    ObjectNode envelope = start(command, isOk);
    envelope.set("result", report.json());
    report.problem().ifPresent(it -> envelope.set("error", error(it)));
    return envelope;
  }

  /** An error instead of a result. */
  public static ObjectNode of(String command, Problem problem) {
    ObjectNode envelope = start(command, false);
    envelope.set("error", error(problem));
    return envelope;
  }

  /** A problem as JSON. */
  public static JsonNode error(Problem problem) {
    return Json.object()
        .put("id", problem.id())
        .put("message", problem.message())
        .put("remedy", problem.remedy())
        .put("retryable", problem.isRetryable());
  }

  private static ObjectNode start(String command, boolean isOk) {
    return Json.object().put("schema", SCHEMA).put("command", command).put("ok", isOk);
  }
}
