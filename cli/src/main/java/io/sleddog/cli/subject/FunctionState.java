package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.plan.model.FunctionDescription;
import java.util.List;
import java.util.stream.StreamSupport;

/** A function as Lambda tells of it. */
public final class FunctionState {
  private final String region;
  private final JsonNode configuration;
  private final FunctionDescription description;

  /**
   * Creates it.
   *
   * @param region where it is
   * @param configuration its configuration, as in Lambda's API
   * @param description the same for the rules
   */
  public FunctionState(String region, JsonNode configuration, FunctionDescription description) {
    this.region = region;
    this.configuration = configuration;
    this.description = description;
  }

  /** Where the function is. */
  public String region() {
    return region;
  }

  /** Lambda's description of it. */
  public JsonNode configuration() {
    return configuration;
  }

  /** The same, as the plan takes it. */
  public FunctionDescription description() {
    return description;
  }

  /** The function's ARN. */
  public String arn() {
    return description.id();
  }

  /** The function's name. */
  public String name() {
    return configuration.path("FunctionName").asText();
  }

  /** The runtime's identifier; {@code image} for a container image. */
  public String runtime() {
    return configuration.path("Runtime").asText("image");
  }

  /** The ARNs of its layers' versions, in order. */
  public List<String> layers() {
    return StreamSupport.stream(configuration.path("Layers").spliterator(), false)
        .map(it -> it.path("Arn").asText())
        .toList();
  }

  /** An environment variable; empty if it is not there. */
  public String variable(String name) {
    return configuration.path("Environment").path("Variables").path(name).asText("");
  }

  /** The name of the log group that it writes to. */
  public String logGroup() {
    String own = configuration.path("LoggingConfig").path("LogGroup").asText("");
    return own.isEmpty() ? "/aws/lambda/" + name() : own;
  }

  /** The ARN of the group that it writes its log to. */
  public String logGroupArn() {
    return "arn:%s:logs:%s:%s:log-group:%s"
        .formatted(
            description.place().partition(),
            description.place().region(),
            description.place().account(),
            logGroup());
  }

  /** The same function, with the description changed. */
  public FunctionState with(FunctionDescription changed) {
    return new FunctionState(region, configuration, changed);
  }
}
