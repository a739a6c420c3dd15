package io.sleddog.forwarder.model;

import java.util.Locale;

/**
 * The facts of one invocation of the forwarder.
 *
 * @param functionArn the forwarder's own ARN as it was invoked, alias or version included
 * @param functionName its name
 * @param functionVersion {@code $LATEST} or a number
 * @param requestId the id of the invocation
 * @param memoryMb the memory that the function is given
 */
public record Invocation(
    String functionArn,
    String functionName,
    String functionVersion,
    String requestId,
    int memoryMb) {

  /** The tags that say which forwarder sent a log or a metric. */
  public Tags forwarderTags(String version) {
    String name = functionName.toLowerCase(Locale.ROOT);
    return new Tags("forwardername:" + name + ",forwarder_version:" + version);
  }
}
