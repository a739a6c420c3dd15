package io.sleddog.cli.doctor;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.subject.Activity;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.SubscriptionFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a filter that leads to a forwarder shows. */
final class FilterRules {
  private static final String CALL = "logs:DescribeSubscriptionFilters ";

  private final Cloud cloud;
  private final FunctionState function;
  private final SubscriptionFilter filter;
  private final Findings findings;

  FilterRules(Cloud cloud, FunctionState function, SubscriptionFilter filter, Findings findings) {
    this.cloud = cloud;
    this.function = function;
    this.filter = filter;
    this.findings = findings;
  }

  /** Looks at the filter itself. */
  void check() {
    findings.okUnlessSaid(Cause.NOT_SUBSCRIBED);
    findings.okUnlessSaid(Cause.CUSTOM_GROUP);
    Arn.tryParse(filter.destination()).ifPresent(this::place);
    pattern();
    findings.okUnlessSaid(Cause.PATTERN);
  }

  private void place(Arn destination) {
    boolean isHere =
        destination.region().sameAs(function.description().place().region())
            && destination.account().sameAs(function.description().place().account());
    if (!isHere) {
      findings.fail(
          Cause.WRONG_PLACE,
          "the filter leads to another region or account",
          CALL + "destinationArn " + filter.destination(),
          "Deploy a forwarder in the function's own region and account");
    }
    findings.okUnlessSaid(Cause.WRONG_PLACE);
  }

  private void pattern() {
    String pattern = filter.pattern().shape();
    if (pattern.isEmpty()) {
      return;
    }
    Optional<List<String>> heldBack =
        new FilterPatternRule(cloud).heldBack(pattern, function.region());
    if (heldBack.filter(List::isEmpty).isEmpty()) {
      findings.warn(
          Cause.PATTERN,
          "the filter " + filter.name() + " lets only some lines pass" + kinds(heldBack),
          CALL + "filterPattern " + pattern,
          "Set the pattern to nothing");
    }
  }

  private static String kinds(Optional<List<String>> heldBack) {
    return heldBack.map(it -> "; it holds back " + String.join(", ", it)).orElse("");
  }

  /**
   * Whether what CloudWatch Logs sends gets through to the forwarder.
   *
   * @param since from when on failed deliveries count
   */
  void delivered(Instant since, Instant now) {
    Activity.read(cloud, function.region(), question(), since, now).ifPresent(this::counted);
  }

  private Activity.Question question() {
    return new Activity.Question(
        "AWS/Logs",
        List.of("DeliveryErrors", "DeliveryThrottling"),
        Map.of(
            "LogGroupName", function.logGroup(),
            "DestinationType", "Lambda",
            "FilterName", filter.name().shape()));
  }

  private void counted(Activity activity) {
    long errors = activity.sum("DeliveryErrors").orElse(0);
    if (errors > 0) {
      findings.fail(
          Cause.NOT_ALLOWED,
          errors + " deliveries of CloudWatch Logs to the forwarder failed",
          "cloudwatch:GetMetricData AWS/Logs DeliveryErrors " + errors,
          "Look at the forwarder's resource policy, and whether its code starts");
    }
    long throttled = activity.sum("DeliveryThrottling").orElse(0);
    if (throttled > 0) {
      findings.warn(
          Cause.THROTTLED,
          throttled + " deliveries of CloudWatch Logs to the forwarder were put off",
          "cloudwatch:GetMetricData AWS/Logs DeliveryThrottling " + throttled,
          "Raise or remove its reserved concurrency, or the account's limit");
    }
  }
}
