package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import java.util.Map;

/** Whether the forwarder is one of years ago, as Datadog's own says by a tag. */
final class AgeRule {
  private static final String TAG = "dd_forwarder_version";
  private static final int OLDEST_MAJOR = 4;

  private final Cloud cloud;
  private final Findings findings;

  AgeRule(Cloud cloud, Findings findings) {
    this.cloud = cloud;
    this.findings = findings;
  }

  /** Looks at the tag; without one, or without the right to see it, nothing is said. */
  void check(JsonNode configuration, String region) {
    String arn = configuration.path("FunctionArn").asText("");
    try {
      String version =
          cloud
              .service(ServiceName.LAMBDA, region)
              .call("ListTags", Map.of("Resource", arn))
              .path("Tags")
              .path(TAG)
              .asText("");
      if (version.matches("\\d{1,3}\\..*")
          && Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST_MAJOR) {
        findings.warn(
            Cause.INVISIBLE,
            "the forwarder is of version " + version + ", which knows less than the present ones",
            "lambda:ListTags " + TAG + " " + version,
            "Update its stack: sleddog forwarder update --name NAME");
      }
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
    }
  }
}
