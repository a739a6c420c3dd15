package io.sleddog.plan.model;

import java.util.List;
import java.util.Map;

/**
 * Where a function lives.
 *
 * @param partition such as {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param region the region's name
 * @param account the account's number
 */
public record Place(Text partition, Text region, Text account) {
  private static final Map<String, String> PARTITIONS =
      Map.of(
          "us-gov-", "aws-us-gov",
          "cn-", "aws-cn",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "eu-isoe-", "aws-iso-e",
          "us-isof-", "aws-iso-f",
          "eusc-", "aws-eusc");

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

  /** The partition that a region is in: by its prefix; {@code aws} unless it has one of another. */
  public static String partitionOf(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(it -> region.startsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
  }

  /** The place that an ARN names. */
  public static Place of(Arn arn) {
    return new Place(arn.partition(), arn.region(), arn.account());
  }
}
