package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.target.Backlog;
import io.sleddog.cli.target.BacklogReader;
import java.util.LinkedHashMap;
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

  /** What is stored now; nothing if nobody may look. */
  Optional<Backlog> backlog() {
    return BacklogReader.read(cloud, forwarder.configuration(), forwarder.region());
  }

  /**
   * One invocation, which ends when all is sent or the function's time is over.
   *
   * @throws Problem if the function failed
   */
  void invoke() {
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
  }
}
