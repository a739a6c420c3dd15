package io.sleddog.cli.doctor;

import io.sleddog.cli.target.FunctionState;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a function's log group and its filters show. */
final class GroupRules {
  private static final String CALL = "logs:DescribeSubscriptionFilters ";

  /** As AWS documents it; some accounts still have the two of earlier years. */
  private static final int SLOTS = 5;

  private static final int EARLIER_SLOTS = 2;

  private final FunctionState function;
  private final LogGroup group;
  private final Findings findings;

  private GroupRules(FunctionState function, Findings findings) {
    this.function = function;
    this.group = function.description().logGroup();
    this.findings = findings;
  }

  /**
   * Looks at the log group.
   *
   * @param forwarder the forwarder that the user named, if any
   * @return the filter that leads to the forwarder, or to some function
   */
  static Optional<SubscriptionFilter> check(
      FunctionState function, Optional<String> forwarder, Findings findings) {
    GroupRules rules = new GroupRules(function, findings);
    if (!rules.isThere()) {
      return Optional.empty();
    }
    Optional<SubscriptionFilter> filter = rules.filter(forwarder);
    filter.ifPresentOrElse(rules::look, () -> rules.notSubscribed(forwarder));
    return filter;
  }

  private boolean isThere() {
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

  private Optional<SubscriptionFilter> filter(Optional<String> forwarder) {
    return group.filters().stream()
        .filter(
            it ->
                forwarder.isPresent()
                    ? isNamed(it.destination().shape(), forwarder.get())
                    : Arn.tryParse(it.destination())
                        .filter(arn -> arn.isOf("lambda", "function"))
                        .isPresent())
        .findFirst();
  }

  /** Whether the ARN is the forwarder's, which is given by its ARN or its name. */
  private static boolean isNamed(String destination, String forwarder) {
    String named = forwarder.startsWith("arn:") ? forwarder : ":function:" + forwarder;
    return destination.endsWith(named) || destination.contains(named + ":");
  }

  private void notSubscribed(Optional<String> forwarder) {
    List<SubscriptionFilter> filters = group.filters();
    String names =
        filters.stream()
            .map(it -> it.name() + " to " + it.destination())
            .collect(Collectors.joining(", "));
    boolean isStream =
        filters.stream()
            .anyMatch(it -> it.destination().shape().matches(".*:(kinesis|firehose):.*"));
    if (isStream) {
      findings.warn(
          Cause.STREAM_BETWEEN,
          "a stream reads the log group, in which metrics and traces stay text",
          CALL + names,
          "Subscribe the forwarder as well, or let it read the stream");
    }
    findings.fail(
        Cause.NOT_SUBSCRIBED,
        "the forwarder does not read the log group " + group.name(),
        CALL + (names.isEmpty() ? "has no filter" : "has " + names),
        "sleddog logs subscribe --log-group "
            + group.name()
            + " --forwarder "
            + forwarder.orElse("ARN")
            + " -r "
            + function.region());
    if (filters.size() >= EARLIER_SLOTS) {
      slots(filters, names);
    }
  }

  private void slots(List<SubscriptionFilter> filters, String names) {
    String message = "others have " + filters.size() + " filters on " + group.name();
    String remedy = "Remove or merge one: sleddog logs subscribe --replace NAME";
    if (filters.size() >= SLOTS) {
      findings.fail(Cause.NO_SLOT, message + ", and no slot is free", CALL + names, remedy);
    } else {
      findings.warn(
          Cause.NO_SLOT,
          message + ", which is all that some accounts allow",
          CALL + names,
          remedy + ", or say what AWS grants with --filter-limit");
    }
  }

  private void look(SubscriptionFilter filter) {
    findings.okUnlessSaid(Cause.NOT_SUBSCRIBED);
    Arn.tryParse(filter.destination()).ifPresent(it -> place(it, filter));
    String pattern = filter.pattern().shape();
    if (!pattern.isEmpty()) {
      findings.warn(
          Cause.PATTERN,
          "the filter " + filter.name() + " lets only some lines pass",
          CALL + "filterPattern " + pattern,
          "Set the pattern to nothing");
    }
    findings.okUnlessSaid(Cause.PATTERN);
  }

  private void place(Arn destination, SubscriptionFilter filter) {
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
}
