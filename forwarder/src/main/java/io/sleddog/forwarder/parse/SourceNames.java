package io.sleddog.forwarder.parse;

import java.util.Locale;

/** The {@code ddsource} of a log by where it was stored; Datadog's pipelines are chosen by it. */
final class SourceNames {
  private static final String CLOUD_TRAIL = "_cloudtrail";

  private SourceNames() {}

  static boolean isCloudTrail(String key) {
    return key.toLowerCase(Locale.ROOT).contains(CLOUD_TRAIL)
        && CloudTrailFile.NAME.matcher(key).find();
  }

  static String ofKey(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    if (isCloudTrail(key)) {
      return "cloudtrail";
    } else if (name.contains("aws-waf-logs") || name.contains("waflogs")) {
      return "waf";
    }
    return name.contains("amazon_kinesis") ? "kinesis" : "s3";
  }

  static String ofLogGroup(String logGroup, String logStream) {
    if (!LambdaNames.fromStream(logStream).isEmpty()) {
      return "lambda";
    }
    String group = logGroup.toLowerCase(Locale.ROOT);
    if (logStream.contains("_CloudTrail_")) {
      return "cloudtrail";
    } else if (group.startsWith("/aws/kinesis")) {
      return "kinesis";
    } else if (group.startsWith("/aws/lambda")) {
      return "lambda";
    } else if (group.startsWith("sns/")) {
      return "sns";
    }
    return group.contains("cloudtrail") ? "cloudtrail" : "cloudwatch";
  }
}
