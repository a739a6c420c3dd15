package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.subject.FunctionState;
import java.util.List;
import java.util.Optional;

/** What the roles of function and forwarder lack. */
final class RightsRules {
  private static final String SIMULATED = "iam:SimulatePrincipalPolicy says no to ";

  private final Rights rights;
  private final Findings findings;

  RightsRules(Rights rights, Findings findings) {
    this.rights = rights;
    this.findings = findings;
  }

  /** Whether the function may write to its log group. */
  void function(FunctionState function, String groupArn) {
    Rights.Answer answer =
        rights.missing(
            function.configuration().path("Role").asText(""),
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            groupArn + ":*",
            function.region());
    if (!answer.unknown().isEmpty()) {
      findings.unknown(Cause.MAY_NOT_WRITE, answer.unknown());
    } else if (!answer.missing().isEmpty()) {
      findings.fail(
          Cause.MAY_NOT_WRITE,
          "the function's role may not write to its log group",
          SIMULATED + answer.missing(),
          "Attach the managed policy AWSLambdaBasicExecutionRole, and remove DenyCloudWatchLogs");
    }
    findings.okUnlessSaid(Cause.MAY_NOT_WRITE);
  }

  /** Whether the forwarder may read its key and the functions' tags. */
  void forwarder(JsonNode configuration, String region) {
    JsonNode variables = configuration.path("Environment").path("Variables");
    String role = configuration.path("Role").asText("");
    String secret = variables.path("DD_API_KEY_SECRET_ARN").asText("");
    if (secret.startsWith("arn:")) {
      lacks(role, "secretsmanager:GetSecretValue", secret, region)
          .ifPresent(it -> unreadable(it + " on " + secret));
    }
    if (variables.path("DD_FETCH_LAMBDA_TAGS").asText("").equalsIgnoreCase("true")) {
      lacks(role, "tag:GetResources", "*", region).ifPresent(this::untagged);
    }
  }

  private void unreadable(String evidence) {
    findings.fail(
        Cause.KEY_UNREADABLE,
        "the forwarder's role may not read its key",
        evidence,
        "Allow secretsmanager:GetSecretValue on it, and kms:Decrypt on its key");
  }

  private void untagged(String evidence) {
    findings.warn(
        Cause.NO_TAGS,
        "the forwarder's role may not fetch tags, so env and service may be missing",
        evidence,
        "Allow tag:GetResources on *");
  }

  private Optional<String> lacks(String role, String action, String resource, String region) {
    return Optional.of(rights.missing(role, List.of(action), resource, region).missing())
        .filter(it -> !it.isEmpty())
        .map(it -> SIMULATED + it);
  }
}
