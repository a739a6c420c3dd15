package io.sleddog.lambda.invocation;

import org.jspecify.annotations.Nullable;

/** The facts of one invocation that do not depend on its event. */
public final class Invocation {
  private final String requestId;
  private final @Nullable FunctionArn arn;
  private final String version;
  private final int memoryMegabytes;
  private final ColdStart.Sandbox sandbox;

  /** Takes the facts together; {@code version} is the executed version, such as {@code $LATEST}. */
  public Invocation(
      String requestId,
      @Nullable FunctionArn arn,
      String version,
      int memoryMegabytes,
      ColdStart.Sandbox sandbox) {
    this.requestId = requestId;
    this.arn = arn;
    this.version = version;
    this.memoryMegabytes = memoryMegabytes;
    this.sandbox = sandbox;
  }

  /**
   * Whether all but the request's id is the same, as it mostly is for one warm call and the next.
   */
  public boolean isLike(Invocation other) {
    return sandbox == other.sandbox
        && memoryMegabytes == other.memoryMegabytes
        && arn == other.arn
        && version.equals(other.version);
  }

  /** The request's id. */
  public String requestId() {
    return requestId;
  }

  /** The ARN that was invoked; null where the runtime does not tell. */
  public @Nullable FunctionArn arn() {
    return arn;
  }

  /** The version of the function that runs. */
  public String version() {
    return version;
  }

  /** The function's memory. */
  public int memoryMegabytes() {
    return memoryMegabytes;
  }

  /** Whether it is the first of its sandbox. */
  public ColdStart.Sandbox sandbox() {
    return sandbox;
  }
}
