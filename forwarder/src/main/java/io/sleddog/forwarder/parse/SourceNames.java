package io.sleddog.forwarder.parse;

import com.google.re2j.Pattern;
import java.util.Locale;

/** The {@code ddsource} of a log by where it was stored; Datadog's pipelines are chosen by it. */
final class SourceNames {
  /** Names that CloudTrail gives its files. */
  private static final Pattern CLOUD_TRAIL =
      Pattern.compile(
          "\\d+_CloudTrail(?:|-Digest|-Insight)_\\w{2}(?:|-gov|-cn)-\\w{4,9}-\\d_"
              + "(?:|.+)\\d{8}T\\d{4,6}Z(?:|.+).json.gz$",
          Pattern.CASE_INSENSITIVE);

  private SourceNames() {}

  static boolean isCloudTrail(String key) {
    return CLOUD_TRAIL.matcher(key).find();
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
