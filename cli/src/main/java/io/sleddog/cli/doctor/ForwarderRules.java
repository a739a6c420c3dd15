package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.subject.Backlog;
import java.util.List;
import java.util.regex.Pattern;

/** What a forwarder's configuration shows, and what is around it. */
final class ForwarderRules {
  static final List<String> KEYS =
      List.of("DD_API_KEY_SECRET_ARN", "DD_API_KEY_SSM_NAME", "DD_KMS_API_KEY", "DD_API_KEY");

  private static final String CALL = "lambda:GetFunctionConfiguration ";
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{32}");

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
   * @return whether it could be read
   */
  static boolean check(ForwarderFacts forwarder, Findings findings) {
    if (forwarder.configuration().isEmpty()) {
      unread(forwarder, findings);
      return false;
    }
    ForwarderRules rules = new ForwarderRules(forwarder, forwarder.configuration().get(), findings);
    findings.okUnlessSaid(Cause.FORWARDER_GONE);
    if (!rules.variable("SLEDDOG_DATADOG").equalsIgnoreCase("false")) {
      rules.key(); // a collector alone asks for none
    }
    rules.throttled();
    rules.dropped();
    rules.parked();
    rules.tags();
    return true;
  }

  private static void unread(ForwarderFacts forwarder, Findings findings) {
    if (forwarder.isGone()) {
      findings.fail(
          Cause.FORWARDER_GONE,
          "the forwarder is not there",
          CALL + forwarder.arn(),
          "Subscribe the present one: sleddog logs subscribe --log-group … --forwarder ARN");
    } else {
      findings.unknown(Cause.FORWARDER_GONE, "nobody may read it: " + CALL + forwarder.arn());
    }
  }

  private String variable(String name) {
    return configuration.path("Environment").path("Variables").path(name).asText("");
  }

  private void key() {
    String plain = variable("DD_API_KEY");
    boolean isPlainUsed = KEYS.subList(0, 3).stream().allMatch(it -> variable(it).isEmpty());
    if (isPlainUsed && plain.isEmpty()) {
      findings.fail(
          Cause.NO_KEY,
          "the forwarder has no key",
          CALL + "none of " + KEYS,
          "Put the key into a secret, and its ARN into DD_API_KEY_SECRET_ARN");
    } else if (isPlainUsed && !KEY.matcher(plain.strip()).matches()) {
      findings.fail(
          Cause.NO_KEY,
          "the forwarder's key is none: keys have 32 hexadecimal digits",
          CALL + "DD_API_KEY has " + plain.length() + " characters",
          "Put the key into a secret, and its ARN into DD_API_KEY_SECRET_ARN");
    }
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

  private void dropped() {
    if (variable("DD_FORWARD_LOG").equalsIgnoreCase("false")) {
      findings.warn(
          Cause.DROPPED,
          "the forwarder sends metrics and traces, but no logs",
          CALL + "DD_FORWARD_LOG false",
          "Set it to true if logs are missing");
    }
  }

  private void parked() {
    forwarder.parked().filter(it -> it.waiting() > 0).ifPresent(this::waiting);
    if (forwarder.parked().isEmpty()) {
      findings.unknown(Cause.PARKED, "nobody may look into its bucket or queue");
    }
  }

  private void waiting(Backlog parked) {
    findings.warn(
        Cause.PARKED,
        parked.waiting() + " failed events wait for another try",
        "s3:ListObjectsV2 or sqs:GetQueueAttributes of " + parked.place(),
        "sleddog forwarder replay --forwarder "
            + configuration.path("FunctionArn").asText(forwarder.arn()));
  }

  private void tags() {
    if (!variable("DD_FETCH_LAMBDA_TAGS").equalsIgnoreCase("true")) {
      findings.warn(
          Cause.NO_TAGS,
          "the forwarder does not fetch the functions' tags, so env and service may be missing",
          CALL + "DD_FETCH_LAMBDA_TAGS is not true",
          "Set it to true, with the right tag:GetResources");
    }
  }
}
