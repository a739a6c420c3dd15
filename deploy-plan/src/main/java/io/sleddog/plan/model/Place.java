package io.sleddog.plan.model;

import java.util.List;

/**
 * Where a function lives.
 *
 * @param partition {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param region the region's name
 * @param account the account's number
 */
public record Place(Text partition, Text region, Text account) {
  /**
   * The ARN of something here.
   *
   * @param service such as {@code lambda}
   * @param resource the rest of the ARN, such as {@code function:orders}
   */
  public Text arn(String service, Text resource) {
    Text colon = Text.of(":");
    return Text.join(
        List.of(
            Text.of("arn:"),
            partition,
            Text.of(":" + service + ":"),
            region,
            colon,
            account,
            colon,
            resource));
  }

  /** The place that an ARN names. */
  public static Place of(Arn arn) {
    return new Place(arn.partition(), arn.region(), arn.account());
  }
}
