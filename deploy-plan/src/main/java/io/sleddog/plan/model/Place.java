package io.sleddog.plan.model;

/**
 * Where a function lives.
 *
 * @param partition {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param region the region's name
 * @param account the account's number
 */
public record Place(Text partition, Text region, Text account) {
  /** The place that an ARN names. */
  public static Place of(Arn arn) {
    return new Place(arn.partition(), arn.region(), arn.account());
  }
}
