package io.sleddog.cli.doctor;

import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a function's log group shows, and which of its filters leads to the forwarder. */
final class GroupRules {
  private final LogGroup group;
  private final Findings findings;

  private GroupRules(LogGroup group, Findings findings) {
    this.group = group;
    this.findings = findings;
  }

  /**
   * Looks at the log group.
   *
   * @return whether it can have filters
   */
  static boolean check(FunctionState function, Findings findings) {
    return new GroupRules(function.description().logGroup(), findings).isReadable();
  }

  private boolean isReadable() {
    if (group.presence() != Presence.PRESENT) {
      findings.fail(
          Cause.NO_GROUP,
          "the log group " + group.name() + " is not there: never invoked, or not allowed to write",
          "logs:DescribeLogGroups has no " + group.name(),
          "Invoke the function; its role needs logs:CreateLogStream and logs:PutLogEvents");
      return false;
    }
    findings.okUnlessSaid(Cause.NO_GROUP);
    if (!group.takesFilters()) {
      findings.fail(
          Cause.GROUP_CLASS,
          "the log group " + group.name() + " is of a class without subscriptions",
          "logs:DescribeLogGroups logGroupClass is not STANDARD",
          "Have the function write to a group of the standard class");
    }
    findings.okUnlessSaid(Cause.GROUP_CLASS);
    return true;
  }

  /**
   * The filter that leads to the forwarder.
   *
   * @param forwarder the forwarder that the user named; without one, any function will do, but one
   *     that sounds like a forwarder is taken first
   */
  static Optional<SubscriptionFilter> filter(LogGroup group, Optional<String> forwarder) {
    return group.filters().stream()
        .filter(
            it ->
                forwarder.isPresent()
                    ? ForwarderOptions.isNamed(it.destination().shape(), forwarder.get())
                    : isFunction(it))
        .min(Comparator.comparing(it -> !soundsLikeForwarder(it)));
  }

  private static boolean isFunction(SubscriptionFilter filter) {
    return Arn.tryParse(filter.destination())
        .filter(it -> it.isOf("lambda", "function"))
        .isPresent();
  }

  private static boolean soundsLikeForwarder(SubscriptionFilter filter) {
    String text = (filter.name() + " " + filter.destination()).toLowerCase(Locale.ROOT);
    return text.contains("datadog") || text.contains("forwarder");
  }
}
