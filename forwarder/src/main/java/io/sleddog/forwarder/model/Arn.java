package io.sleddog.forwarder.model;

import java.util.Optional;

/**
 * The parts of an Amazon resource name that the forwarder needs.
 *
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param service such as {@code lambda}
 * @param region may be empty, as in a bucket's name
 * @param account twelve digits; may be empty
 * @param resource all that follows the fifth colon
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /** Reads {@code arn:partition:service:region:account:resource}; empty if it is anything else. */
  public static Optional<Arn> tryParse(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return Optional.empty();
    }
    return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
  }

  /** The same kind of resource under another name. */
  public Arn withResource(String other) {
    return new Arn(partition, service, region, account, other);
  }

  /** A resource of another service, in the same account and region. */
  public Arn beside(String otherService, String other) {
    return new Arn(partition, otherService, region, account, other);
  }

  /** The same resource in another account. */
  public Arn withAccount(String other) {
    return new Arn(partition, service, region, other, resource);
  }

  /** The resource's name: what follows the first colon of {@link #resource()}, if there is one. */
  public String name() {
    return resource.substring(resource.indexOf(':') + 1);
  }

  /** The full name. */
  public String text() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
