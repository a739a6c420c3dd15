package io.sleddog.forwarder.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the forwarder adds to a log. Logs that came together share one envelope, so that it is
 * encoded once.
 *
 * @param invocation who forwarded it
 * @param origin where it was stored
 * @param function the Lambda function that wrote it; null for other logs
 * @param source which integration of Datadog reads it; null to leave it out, as with the next two
 * @param host where it was written
 * @param service what it belongs to
 * @param tags all tags
 * @param functionTags those of them that the function has in AWS, for the metrics about it
 */
public record Envelope(
    Invocation invocation,
    Origin origin,
    @Nullable Arn function,
    @Nullable String source,
    @Nullable String host,
    @Nullable String service,
    Tags tags,
    Tags functionTags) {
  private static final Set<String> NAMES =
      Set.of("aws", "lambda", "ddsourcecategory", "ddtags", "ddsource", "host", "service");

  /** Whether an attribute of a log with this name would collide with one of the envelope. */
  public static boolean uses(String name) {
    return NAMES.contains(name);
  }

  /** The same with other tags. */
  public Envelope withTags(Tags other) {
    return new Envelope(invocation, origin, function, source, host, service, other, functionTags);
  }

  /** The same with another source. */
  public Envelope withSource(String other) {
    return new Envelope(invocation, origin, function, other, host, service, tags, functionTags);
  }

  /** The same with another host. */
  public Envelope withHost(String other) {
    return new Envelope(invocation, origin, function, source, other, service, tags, functionTags);
  }

  /** The same with another service. */
  public Envelope withService(String other) {
    return new Envelope(invocation, origin, function, source, host, other, tags, functionTags);
  }

  /** The same, written by a function. */
  public Envelope withFunction(Arn other, Tags itsTags) {
    return new Envelope(invocation, origin, other, source, host, service, tags, itsTags);
  }
}
