package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A forwarder that is deployed.
 *
 * @param configuration Lambda's description of the function
 * @param region where it is
 * @param stack its stack, if it was found by that
 */
record ForwarderFunction(JsonNode configuration, String region, Optional<Stack> stack) {
  String name() {
    return configuration.path("FunctionName").asText();
  }

  String arn() {
    return configuration.path("FunctionArn").asText();
  }

  String account() {
    return arn().split(":", 0)[4];
  }

  /** Whose code it runs, as far as its handler tells. */
  String kind() {
    String handler = configuration.path("Handler").asText("");
    return handler.startsWith("io.sleddog.forwarder.")
        ? "sleddog"
        : handler.equals("lambda_function.lambda_handler") ? "datadog" : "other";
  }

  String logGroup() {
    String own = configuration.path("LoggingConfig").path("LogGroup").asText("");
    return own.isEmpty() ? "/aws/lambda/" + name() : own;
  }
}
