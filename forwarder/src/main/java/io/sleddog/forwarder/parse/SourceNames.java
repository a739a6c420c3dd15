package io.sleddog.forwarder.parse;

import java.util.Locale;

/** The {@code ddsource} of a log by where it was stored; Datadog's pipelines are chosen by it. */
final class SourceNames {
  private SourceNames() {}

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
