package io.sleddog.cli.doctor;

import io.sleddog.cli.subject.Activity;
import java.util.Optional;

/** What CloudWatch's counts of a forwarder show, and what its concurrency is. */
final class ForwarderActivityRules {
  private static final String CALL = "cloudwatch:GetMetricData AWS/Lambda ";
  private static final String RAISE =
      "Raise or remove its reserved concurrency, or the account's limit";

  private ForwarderActivityRules() {}

  /** Looks at the counts. */
  static void check(ForwarderFacts forwarder, Findings findings) {
    Optional<Activity> counts = forwarder.doings().activity();
    if (counts.isEmpty()) {
      unseen(findings);
      return;
    }
    long errors = counts.get().sum("Errors").orElse(0);
    if (errors > 0 && !findings.isSaid(Cause.FORWARDER_FAILS)) {
      findings.warn(
          Cause.FORWARDER_FAILS,
          errors + " invocations of the forwarder failed",
          CALL + "Errors " + errors,
          "Read why: sleddog forwarder tail --level ERROR --since 1h --no-follow");
    }
    long throttles = counts.get().sum("Throttles").orElse(0);
    if (throttles > 0) {
      findings.warn(
          Cause.THROTTLED,
          throttles + " invocations of the forwarder were put off",
          CALL + "Throttles " + throttles + concurrency(forwarder),
          RAISE);
    }
  }

  private static void unseen(Findings findings) {
    if (!findings.isSaid(Cause.THROTTLED)) {
      findings.unknown(Cause.THROTTLED, "cloudwatch:GetMetricData is not allowed");
    }
  }

  /** What it may use, its own share or what the account leaves to all. */
  private static String concurrency(ForwarderFacts forwarder) {
    return forwarder
        .reserved()
        .map(it -> "; lambda:GetFunctionConcurrency ReservedConcurrentExecutions " + it)
        .or(
            () ->
                forwarder
                    .unreserved()
                    .map(it -> "; lambda:GetAccountSettings UnreservedConcurrentExecutions " + it))
        .orElse("");
  }
}
