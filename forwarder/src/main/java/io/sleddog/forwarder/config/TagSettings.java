package io.sleddog.forwarder.config;

/**
 * Which tags are looked up in AWS.
 *
 * @param functions of the functions that wrote logs
 * @param logGroups of the log groups that held them
 * @param buckets of the buckets that held them
 * @param stateMachines of the state machines that wrote them
 * @param ttlSeconds how long tags are good
 * @param bucket where containers share them; empty for nowhere
 */
public record TagSettings(
    boolean functions,
    boolean logGroups,
    boolean buckets,
    boolean stateMachines,
    int ttlSeconds,
    String bucket) {
  private static final int DEFAULT_SECONDS = 300;
  private static final int WEEK_SECONDS = 7 * 24 * 3600;

  static TagSettings from(Environment environment) {
    return new TagSettings(
        environment.flag("DD_FETCH_LAMBDA_TAGS", false),
        environment.flag("DD_FETCH_LOG_GROUP_TAGS", false),
        environment.flag("DD_FETCH_S3_TAGS", false),
        environment.flag("DD_FETCH_STEP_FUNCTIONS_TAGS", false),
        environment.nearest("DD_TAGS_CACHE_TTL_SECONDS", DEFAULT_SECONDS, 1, WEEK_SECONDS),
        environment.text("DD_S3_BUCKET_NAME", "").strip());
  }
}
