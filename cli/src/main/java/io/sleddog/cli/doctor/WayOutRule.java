package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a forwarder in a VPC gets out of it: by its log first, then by the routes. */
final class WayOutRule {
  private static final Pattern SILENCE =
      Pattern.compile("Task timed out|ConnectTimeout|timed out|UnknownHost");
  private static final List<String> PROXIES = List.of("HTTPS_PROXY", "HTTP_PROXY");
  private static final String REMEDY =
      "Give its subnets a route to a NAT gateway, or an endpoint for the intake, or a proxy";

  private final Cloud cloud;
  private final Findings findings;

  WayOutRule(Cloud cloud, Findings findings) {
    this.cloud = cloud;
    this.findings = findings;
  }

  /** Looks at the forwarder's network, if it is in one of its own. */
  void check(JsonNode configuration, List<String> lines, String region) {
    JsonNode vpc = configuration.path("VpcConfig");
    if (vpc.path("SubnetIds").isEmpty()) {
      return;
    }
    Optional<List<String>> missing = new WayOut(cloud, region).missing(vpc);
    String seen = String.join("; ", missing.orElse(List.of()));
    if (lines.stream().anyMatch(it -> SILENCE.matcher(it).find())) {
      findings.fail(
          Cause.NO_WAY_OUT,
          "the forwarder is in a VPC and reaches nothing",
          "its log says that it timed out" + (seen.isEmpty() ? "" : "; ec2: " + seen),
          REMEDY);
    } else if (hasProxy(configuration)) {
      findings.unknown(Cause.NO_WAY_OUT, "it is in a VPC and uses a proxy");
    } else if (missing.isEmpty()) {
      unseen(lines);
    } else if (!missing.get().isEmpty()) {
      findings.fail(
          Cause.NO_WAY_OUT,
          "the forwarder is in a VPC without a way out",
          "ec2:DescribeRouteTables " + seen,
          REMEDY);
    }
  }

  private void unseen(List<String> lines) {
    if (lines.isEmpty()) {
      findings.unknown(
          Cause.NO_WAY_OUT,
          "it is in a VPC, its log is empty, and ec2:DescribeRouteTables is not allowed");
    }
  }

  private static boolean hasProxy(JsonNode configuration) {
    JsonNode variables = configuration.path("Environment").path("Variables");
    return PROXIES.stream()
        .anyMatch(
            it ->
                !variables.path(it).asText("").isEmpty()
                    || !variables.path(it.toLowerCase(Locale.ROOT)).asText("").isEmpty());
  }
}
