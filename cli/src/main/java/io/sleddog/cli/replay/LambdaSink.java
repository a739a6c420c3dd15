package io.sleddog.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.screen.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The forwarder as it is deployed. */
public final class LambdaSink implements Sink {
  private final Service lambda;
  private final String arn;

  /**
   * Creates it.
   *
   * @param lambda Lambda in the forwarder's region
   * @param arn the forwarder
   */
  public LambdaSink(Service lambda, String arn) {
    this.lambda = lambda;
    this.arn = arn;
  }

  @Override
  public Optional<String> send(String event) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("FunctionName", arn);
    input.put("Payload", event);
    try {
      JsonNode answer = lambda.call("Invoke", input);
      return answer.hasNonNull("FunctionError")
          ? Optional.of(Screen.harmless(answer.path("Payload").asText("")))
          : Optional.empty();
    } catch (AwsFailure e) {
      if (e.isSignedOut() || e.isDenied()) {
        throw e;
      }
      return Optional.of(e.action() + " " + e.code() + ": " + Screen.harmless(e.message()));
    }
  }

  @Override
  public Map<String, Integer> arrived() {
    return Map.of();
  }

  @Override
  public void close() {}
}
