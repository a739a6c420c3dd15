package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Waits until Lambda has carried a change of a function out. */
public final class Settling {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Run run;

  /** Waits as long as the run allows. */
  public Settling(Run run) {
    this.run = run;
  }

  /** Whether Lambda is still at work on the function. */
  static boolean isUnderWay(JsonNode configuration) {
    return configuration.path("LastUpdateStatus").asText().equals("InProgress")
        || configuration.path("State").asText().equals("Pending");
  }

  /**
   * Waits for the end of the change that is under way.
   *
   * @param function the function's name or ARN
   * @throws Problem if the change fails, or takes longer than the run allows
   */
  public void settle(Service lambda, String function) {
    Instant end = run.now().plus(run.timeout());
    Duration pause = FIRST_PAUSE;
    JsonNode now = lambda.call("GetFunctionConfiguration", Map.of("FunctionName", function));
    while (isUnderWay(now)) {
      if (!run.now().isBefore(end)) {
        throw slow(function);
      }
      run.session().time().pause().pause(pause);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
      now = lambda.call("GetFunctionConfiguration", Map.of("FunctionName", function));
    }
    if (now.path("LastUpdateStatus").asText().equals("Failed")) {
      throw failed(function, now.path("LastUpdateStatusReason").asText("no reason given"));
    }
  }

  private Problem slow(String function) {
    return Problem.failed(
            "update-slow",
            function + ": Lambda is still at work after " + run.timeout().toSeconds() + " s",
            "Run it again, with a longer --timeout")
        .retryable();
  }

  private static Problem failed(String function, String reason) {
    return Problem.failed(
        "update-failed",
        function + ": Lambda could not carry the change out: " + reason,
        "Mend the reason and run it again");
  }
}
