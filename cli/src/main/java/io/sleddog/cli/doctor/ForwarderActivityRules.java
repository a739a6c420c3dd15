package io.sleddog.cli.doctor;

import io.sleddog.cli.target.Activity;

/** What CloudWatch's counts of a forwarder show. */
final class ForwarderActivityRules {
  private static final String CALL = "cloudwatch:GetMetricData AWS/Lambda ";

  private ForwarderActivityRules() {}

  /** Looks at the counts. */
  static void check(Activity activity, Findings findings) {
    long errors = activity.sum("Errors").orElse(0);
    if (errors > 0 && !findings.isSaid(Cause.FORWARDER_FAILS)) {
      findings.warn(
          Cause.FORWARDER_FAILS,
          errors + " invocations of the forwarder failed",
          CALL + "Errors " + errors,
          "Read why: sleddog forwarder tail --level ERROR --since 1h --no-follow");
    }
    long throttles = activity.sum("Throttles").orElse(0);
    if (throttles > 0) {
      findings.warn(
          Cause.THROTTLED,
          throttles + " invocations of the forwarder were put off",
          CALL + "Throttles " + throttles,
          "Raise or remove its reserved concurrency, or the account's limit");
    }
  }
}
