package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a forwarder's configuration and log show. */
final class ForwarderRules {
  private static final String CALL = "lambda:GetFunctionConfiguration ";
  private static final List<String> KEYS =
      List.of("DD_API_KEY_SECRET_ARN", "DD_API_KEY_SSM_NAME", "DD_KMS_API_KEY", "DD_API_KEY");
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern REPORT =
      Pattern.compile(
          "Duration: ([\\d.]+) ms\\s.*Memory Size: (\\d+) MB\\s+Max Memory Used: (\\d+) MB");
  private static final double NEARLY = 0.9;

  private final ForwarderFacts forwarder;
  private final JsonNode configuration;
  private final Findings findings;

  private ForwarderRules(ForwarderFacts forwarder, JsonNode found, Findings findings) {
    this.forwarder = forwarder;
    this.configuration = found;
    this.findings = findings;
  }

  /**
   * Looks at the forwarder.
   *
   * @param logGroupArn the log group that it is to read
   */
  static void check(ForwarderFacts forwarder, String logGroupArn, Findings findings) {
    if (forwarder.configuration().isEmpty()) {
      findings.fail(
          Cause.FORWARDER_GONE,
          "the forwarder is not there, or nobody may read it",
          CALL + forwarder.arn(),
          "Subscribe the present one: sleddog logs subscribe --log-group … --forwarder ARN");
      return;
    }
    ForwarderRules rules = new ForwarderRules(forwarder, forwarder.configuration().get(), findings);
    rules.allowed(logGroupArn);
    rules.key();
    rules.keyReadable();
    rules.wayOut();
    rules.failing();
    rules.throttled();
    rules.size();
    rules.dropped();
    rules.parked();
    rules.tags();
    rules.silent();
    Stream.of(
            Cause.FORWARDER_GONE,
            Cause.NOT_ALLOWED,
            Cause.NO_KEY,
            Cause.KEY_UNREADABLE,
            Cause.NO_WAY_OUT,
            Cause.FORWARDER_FAILS,
            Cause.THROTTLED,
            Cause.TOO_SMALL,
            Cause.DROPPED,
            Cause.PARKED,
            Cause.NO_TAGS)
        .forEach(findings::okUnlessSaid);
  }

  /** A log without lines proves nothing. */
  private void silent() {
    if (forwarder.lines().isEmpty()) {
      Stream.of(Cause.KEY_UNREADABLE, Cause.FORWARDER_FAILS, Cause.TOO_SMALL)
          .forEach(it -> findings.unknown(it, "its log has no line in the time looked at"));
    }
  }

  private String variable(String name) {
    return configuration.path("Environment").path("Variables").path(name).asText("");
  }

  private boolean isOn(String name) {
    return variable(name).equalsIgnoreCase("true");
  }

  private void allowed(String logGroupArn) {
    if (forwarder.grants().isEmpty()) {
      findings.unknown(Cause.NOT_ALLOWED, "lambda:GetPolicy is not allowed");
    } else if (!forwarder.grants().get().allowsLogs(logGroupArn)) {
      findings.fail(
          Cause.NOT_ALLOWED,
          "CloudWatch Logs may not invoke the forwarder for this log group",
          "lambda:GetPolicy has no statement for logs.amazonaws.com that covers " + logGroupArn,
          "sleddog logs subscribe adds it with the filter; or aws lambda add-permission");
    }
  }

  private void key() {
    String plain = variable("DD_API_KEY");
    if (KEYS.stream().allMatch(it -> variable(it).isEmpty())) {
      findings.fail(
          Cause.NO_KEY,
          "the forwarder has no key",
          CALL + "none of " + KEYS,
          "Put the key into a secret, and its ARN into DD_API_KEY_SECRET_ARN");
    } else if (!plain.isEmpty() && !KEY.matcher(plain.strip()).matches()) {
      findings.fail(
          Cause.NO_KEY,
          "the forwarder's key is none: keys have 32 hexadecimal digits",
          CALL + "DD_API_KEY has " + plain.length() + " characters",
          "Put the key into a secret, and its ARN into DD_API_KEY_SECRET_ARN");
    }
    said("Missing Datadog API key|API key is not valid|403 Forbidden|API key .*rejected")
        .ifPresent(
            it ->
                findings.fail(
                    Cause.NO_KEY,
                    "Datadog does not take the forwarder's key",
                    "its log says: " + it,
                    "Look at the key, and whether DD_SITE is the site that it belongs to"));
  }

  private void keyReadable() {
    said("AccessDenied\\w*|Access to KMS is not allowed")
        .ifPresent(
            it ->
                findings.fail(
                    Cause.KEY_UNREADABLE,
                    "the forwarder lacks a right",
                    "its log says: " + it,
                    "Allow its role to read the key's secret or parameter, and kms:Decrypt"));
  }

  private void wayOut() {
    boolean isInVpc = !configuration.path("VpcConfig").path("SubnetIds").isEmpty();
    if (isInVpc && said("Task timed out|ConnectTimeout|timed out|UnknownHost").isPresent()) {
      findings.fail(
          Cause.NO_WAY_OUT,
          "the forwarder is in a VPC and reaches nothing",
          CALL + "VpcConfig.SubnetIds, and its log says that it timed out",
          "Give its subnets a route to a NAT gateway, or an endpoint for the intake, or a proxy");
    } else if (isInVpc && forwarder.lines().isEmpty()) {
      findings.unknown(Cause.NO_WAY_OUT, "it is in a VPC, and its log is empty");
    }
  }

  private void failing() {
    said("(?i)\\berror\\b.{0,120}|Runtime\\.\\w+Error|\\w+Exception\\b.{0,80}|Task timed out.*")
        .ifPresent(
            it ->
                findings.warn(
                    Cause.FORWARDER_FAILS,
                    "the forwarder says that something went wrong",
                    "its log says: " + it,
                    "Read what stands around it in the forwarder's log group"));
  }

  private void throttled() {
    if (forwarder.reserved().filter(it -> it == 0).isPresent()) {
      findings.fail(
          Cause.THROTTLED,
          "the forwarder may not run at all",
          "lambda:GetFunctionConcurrency ReservedConcurrentExecutions 0",
          "Raise or remove the reserved concurrency");
    }
  }

  private void size() {
    double timeoutMillis = configuration.path("Timeout").asDouble(0) * 1000;
    for (String line : forwarder.lines()) {
      Matcher report = REPORT.matcher(line);
      if (report.find()) {
        boolean isSlow =
            timeoutMillis > 0 && Double.parseDouble(report.group(1)) >= NEARLY * timeoutMillis;
        if (isSlow || report.group(2).equals(report.group(3))) {
          findings.warn(
              Cause.TOO_SMALL,
              "the forwarder uses all of its " + (isSlow ? "time" : "memory"),
              report.group(),
              "Give it a longer timeout (120 s) or more memory (1024 MB)");
          return;
        }
      }
    }
  }

  private void dropped() {
    if (variable("DD_FORWARD_LOG").equalsIgnoreCase("false")) {
      findings.warn(
          Cause.DROPPED,
          "the forwarder sends metrics and traces, but no logs",
          CALL + "DD_FORWARD_LOG false",
          "Set it to true if logs are missing");
    }
    for (String name : List.of("EXCLUDE_AT_MATCH", "INCLUDE_AT_MATCH")) {
      if (!variable(name).isEmpty()) {
        findings.warn(
            Cause.DROPPED,
            "the forwarder drops logs by a pattern",
            CALL + name + " " + variable(name),
            "Look whether the missing logs are among them");
      }
    }
  }

  private void parked() {
    forwarder
        .parked()
        .filter(it -> it > 0)
        .ifPresent(
            it ->
                findings.warn(
                    Cause.PARKED,
                    it + " failed events wait for another try",
                    "s3:ListObjectsV2 under failed_events/, or sqs:GetQueueAttributes",
                    "Invoke the forwarder with {\"retry\": true}, once Datadog takes events again"));
    if (forwarder.parked().isEmpty()) {
      findings.unknown(Cause.PARKED, "nobody may look into its bucket or queue");
    }
  }

  private void tags() {
    if (!isOn("DD_FETCH_LAMBDA_TAGS")) {
      findings.warn(
          Cause.NO_TAGS,
          "the forwarder does not fetch the functions' tags, so env and service may be missing",
          CALL + "DD_FETCH_LAMBDA_TAGS is not true",
          "Set it to true, with the right tag:GetResources");
    }
  }

  /** The first thing in the forwarder's log that matches, at most one line of it. */
  private Optional<String> said(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return forwarder.lines().stream()
        .map(wanted::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
