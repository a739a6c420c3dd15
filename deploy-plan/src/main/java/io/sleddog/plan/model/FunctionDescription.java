package io.sleddog.plan.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function as it is.
 *
 * <p>Start with {@link #of} and set what is known with the {@code with…} methods.
 *
 * @param id how messages name the function: logical id, construct path or ARN
 * @param name the function's name
 * @param place where it lives
 * @param code what it runs
 * @param layers its layers
 * @param environment its environment variables
 * @param tags its AWS tags
 * @param tracing its X-Ray mode: {@code Active} or {@code PassThrough}
 * @param logging how its log is written
 * @param logGroup where its log is written
 * @param revisionId Lambda's mark of this state, to be sent along with an update; none if not read
 *     from Lambda
 */
public record FunctionDescription(
    String id,
    Text name,
    Place place,
    Code code,
    Layers layers,
    Entries environment,
    Entries tags,
    Text tracing,
    Logging logging,
    LogGroup logGroup,
    @Nullable String revisionId) {
  /**
   * A function with nothing but its code: no layer, no variable, no tag, Lambda's own log group of
   * unknown presence.
   */
  public static FunctionDescription of(String id, Text name, Place place, Code code) {
    return new FunctionDescription(
        id,
        name,
        place,
        code,
        Layers.none(),
        Entries.none(),
        Entries.none(),
        Text.of("PassThrough"),
        Logging.plain(),
        LogGroup.ofFunction(name, Presence.UNKNOWN),
        null);
  }

  /** The function's ARN, without a version. */
  public Text arn() {
    Text colon = Text.of(":");
    return Text.join(
        List.of(
            Text.of("arn:"),
            place.partition(),
            Text.of(":lambda:"),
            place.region(),
            colon,
            place.account(),
            Text.of(":function:"),
            name));
  }

  /** The same function with other code. */
  public FunctionDescription withCode(Code changed) {
    return new FunctionDescription(
        id,
        name,
        place,
        changed,
        layers,
        environment,
        tags,
        tracing,
        logging,
        logGroup,
        revisionId);
  }

  /** The same function with other layers. */
  public FunctionDescription withLayers(Layers changed) {
    return new FunctionDescription(
        id, name, place, code, changed, environment, tags, tracing, logging, logGroup, revisionId);
  }

  /** The same function with other environment variables. */
  public FunctionDescription withEnvironment(Entries changed) {
    return new FunctionDescription(
        id, name, place, code, layers, changed, tags, tracing, logging, logGroup, revisionId);
  }

  /** The same function with other AWS tags. */
  public FunctionDescription withTags(Entries changed) {
    return new FunctionDescription(
        id,
        name,
        place,
        code,
        layers,
        environment,
        changed,
        tracing,
        logging,
        logGroup,
        revisionId);
  }

  /** The same function with another X-Ray mode. */
  public FunctionDescription withTracing(Text changed) {
    return new FunctionDescription(
        id, name, place, code, layers, environment, tags, changed, logging, logGroup, revisionId);
  }

  /** The same function with its log written in another way. */
  public FunctionDescription withLogging(Logging changed) {
    return new FunctionDescription(
        id, name, place, code, layers, environment, tags, tracing, changed, logGroup, revisionId);
  }

  /** The same function with its log in another group, or with that group in another state. */
  public FunctionDescription withLogGroup(LogGroup changed) {
    return new FunctionDescription(
        id, name, place, code, layers, environment, tags, tracing, logging, changed, revisionId);
  }

  /** The same function with Lambda's mark of its state. */
  public FunctionDescription withRevisionId(String changed) {
    return new FunctionDescription(
        id, name, place, code, layers, environment, tags, tracing, logging, logGroup, changed);
  }
}
