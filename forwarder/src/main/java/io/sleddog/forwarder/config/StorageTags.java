package io.sleddog.forwarder.config;

/**
 * For logs of which storage Datadog is asked to look up the tags.
 *
 * @param s3 of buckets
 * @param cloudWatch of log groups
 */
public record StorageTags(boolean s3, boolean cloudWatch) {
  static StorageTags from(Environment environment) {
    return new StorageTags(
        environment.flag("DD_ENRICH_S3_TAGS", true),
        environment.flag("DD_ENRICH_CLOUDWATCH_TAGS", true));
  }
}
