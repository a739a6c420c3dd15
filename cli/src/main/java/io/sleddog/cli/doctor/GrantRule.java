package io.sleddog.cli.doctor;

import io.sleddog.cli.subject.FunctionState;

/** Whether CloudWatch Logs may invoke the forwarder. */
final class GrantRule {
  private GrantRule() {}

  /** Looks at the forwarder's resource policy. */
  static void check(ForwarderFacts forwarder, FunctionState function, Findings findings) {
    if (forwarder.grants().isEmpty()) {
      findings.unknown(Cause.NOT_ALLOWED, "lambda:GetPolicy is not allowed");
    } else if (!forwarder.grants().get().allowsLogs(function.logGroupArn())) {
      findings.fail(
          Cause.NOT_ALLOWED,
          "CloudWatch Logs may not invoke the forwarder for this log group",
          "lambda:GetPolicy has no statement for logs.amazonaws.com that covers "
              + function.logGroupArn(),
          "sleddog logs subscribe --log-group "
              + function.logGroup()
              + " --forwarder "
              + forwarder.arn()
              + " -r "
              + function.region());
    }
  }
}
