package io.sleddog.plan.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function as it is.
 *
 * <p>Start with {@link #of} and set what is known with the {@code with…} methods. Two descriptions
 * are equal if all they say is.
 */
public final class FunctionDescription {
  private final Identity identity;
  private final Code code;
  private final Configuration configuration;
  private final Logging logging;
  private final LogGroup logGroup;

  private FunctionDescription(
      Identity identity,
      Code code,
      Configuration configuration,
      Logging logging,
      LogGroup logGroup) {
    this.identity = identity;
    this.code = code;
    this.configuration = configuration;
    this.logging = logging;
    this.logGroup = logGroup;
  }

  /**
   * A function with nothing but its code: no layer, no variable, no tag, Lambda's own log group of
   * unknown presence.
   *
   * @param id how messages name the function: logical id, construct path or ARN
   * @param name the function's name
   * @param place where it lives
   * @param code what it runs
   */
  public static FunctionDescription of(String id, Text name, Place place, Code code) {
    return new FunctionDescription(
        new Identity(id, name, place, null),
        code,
        Configuration.plain(),
        Logging.plain(),
        LogGroup.ofFunction(name, Presence.UNKNOWN));
  }

  /** How messages name the function: logical id, construct path or ARN. */
  public String id() {
    return identity.id();
  }

  /** The function's name. */
  public Text name() {
    return identity.name();
  }

  /** Where it lives. */
  public Place place() {
    return identity.place();
  }

  /** The function's ARN, without a version. */
  public Text arn() {
    return identity.arn();
  }

  /** Lambda's mark of the state that was read; none if it was not read from Lambda. */
  public @Nullable String revisionId() {
    return identity.revisionId();
  }

  /** What it runs. */
  public Code code() {
    return code;
  }

  /** Its layers. */
  public Layers layers() {
    return configuration.layers();
  }

  /** Its environment variables. */
  public Entries environment() {
    return configuration.environment();
  }

  /** Its AWS tags. */
  public Entries tags() {
    return configuration.tags();
  }

  /** Its X-Ray mode: {@code Active} or {@code PassThrough}. */
  public Text tracing() {
    return configuration.tracing();
  }

  /** How its log is written. */
  public Logging logging() {
    return logging;
  }

  /** Where its log is written. */
  public LogGroup logGroup() {
    return logGroup;
  }

  /** The same function with Lambda's mark of its state. */
  public FunctionDescription withRevisionId(String changed) {
    return new FunctionDescription(
        identity.withRevisionId(changed), code, configuration, logging, logGroup);
  }

  /** The same function with other code. */
  public FunctionDescription withCode(Code changed) {
    return new FunctionDescription(identity, changed, configuration, logging, logGroup);
  }

  /** The same function with other layers. */
  public FunctionDescription withLayers(Layers changed) {
    return with(configuration.withLayers(changed));
  }

  /** The same function with other environment variables. */
  public FunctionDescription withEnvironment(Entries changed) {
    return with(configuration.withEnvironment(changed));
  }

  /** The same function with other AWS tags. */
  public FunctionDescription withTags(Entries changed) {
    return with(configuration.withTags(changed));
  }

  /** The same function with another X-Ray mode. */
  public FunctionDescription withTracing(Text changed) {
    return with(configuration.withTracing(changed));
  }

  /** The same function with its log written in another way. */
  public FunctionDescription withLogging(Logging changed) {
    return new FunctionDescription(identity, code, configuration, changed, logGroup);
  }

  /** The same function with its log in another group, or with that group in another state. */
  public FunctionDescription withLogGroup(LogGroup changed) {
    return new FunctionDescription(identity, code, configuration, logging, changed);
  }

  private FunctionDescription with(Configuration changed) {
    return new FunctionDescription(identity, code, changed, logging, logGroup);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FunctionDescription it
        && identity.equals(it.identity)
        && code.equals(it.code)
        && configuration.equals(it.configuration)
        && logging.equals(it.logging)
        && logGroup.equals(it.logGroup);
  }

  @Override
  public int hashCode() {
    return Objects.hash(identity, code, configuration, logging, logGroup);
  }

  @Override
  public String toString() {
    return identity + " " + code + " " + configuration + " " + logging + " " + logGroup;
  }
}
