package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.subject.LogGroupReader;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why no filter of a function's log group leads to the forwarder. */
final class UnsubscribedRules {
  private static final String CALL = "logs:DescribeSubscriptionFilters ";

  /** As AWS documents it; some accounts still have the two of earlier years. */
  private static final int SLOTS = 5;

  private static final int EARLIER_SLOTS = 2;

  private final Cloud cloud;
  private final FunctionState function;
  private final Optional<String> forwarder;
  private final Findings findings;
  private final LogGroup group;

  private UnsubscribedRules(
      Cloud cloud, FunctionState function, Optional<String> forwarder, Findings findings) {
    this.cloud = cloud;
    this.function = function;
    this.forwarder = forwarder;
    this.findings = findings;
    this.group = function.description().logGroup();
  }

  /** Looks for the reason, and says how to subscribe. */
  static void check(
      Cloud cloud, FunctionState function, Optional<String> forwarder, Findings findings) {
    UnsubscribedRules rules = new UnsubscribedRules(cloud, function, forwarder, findings);
    if (rules.isReadByAccountPolicy()) {
      findings.okUnlessSaid(Cause.NOT_SUBSCRIBED);
      return;
    }
    rules.stream();
    rules.otherGroup();
    rules.notSubscribed();
    rules.slots();
  }

  /** An account's policy subscribes all groups but those that it leaves out. */
  private boolean isReadByAccountPolicy() {
    Map<String, String> input = Map.of("policyType", "SUBSCRIPTION_FILTER_POLICY");
    try {
      for (JsonNode it : logs().call("DescribeAccountPolicies", input).path("accountPolicies")) {
        String criteria = it.path("selectionCriteria").asText("");
        boolean isLeftOut = criteria.contains('"' + group.name().shape() + '"');
        String document = it.path("policyDocument").asText("");
        if (!isLeftOut && document.contains(forwarder.orElse(":lambda:"))) {
          return true;
        }
      }
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
    }
    return false;
  }

  private Service logs() {
    return cloud.service(ServiceName.LOGS, function.region());
  }

  private void stream() {
    boolean isStream =
        group.filters().stream()
            .anyMatch(it -> it.destination().shape().matches(".*:(kinesis|firehose):.*"));
    if (isStream) {
      findings.warn(
          Cause.STREAM_BETWEEN,
          "a stream reads the log group, in which metrics and traces stay text",
          CALL + names(),
          "Subscribe the forwarder as well, or let it read the stream");
    }
  }

  /** Many tools subscribe the group of the function's name, whatever the function writes to. */
  private void otherGroup() {
    String usual = "/aws/lambda/" + function.name();
    if (usual.equals(function.logGroup())) {
      return;
    }
    LogGroup other = new LogGroupReader(logs()).read(usual);
    if (GroupRules.filter(other, forwarder).isPresent()) {
      findings.fail(
          Cause.CUSTOM_GROUP,
          "the forwarder reads " + usual + ", but the function writes to " + group.name(),
          "lambda:GetFunction LoggingConfig.LogGroup " + group.name(),
          subscribe());
    }
  }

  private void notSubscribed() {
    findings.fail(
        Cause.NOT_SUBSCRIBED,
        "the forwarder does not read the log group " + group.name(),
        CALL + (names().isEmpty() ? "has no filter" : "has " + names()),
        subscribe());
  }

  private String subscribe() {
    return "sleddog logs subscribe --log-group "
        + group.name()
        + " --forwarder "
        + forwarder.orElse("ARN")
        + " -r "
        + function.region();
  }

  private void slots() {
    int used = group.filters().size();
    String message = "others have " + used + " filters on " + group.name();
    String remedy = "Remove or merge one: sleddog logs subscribe --replace NAME";
    if (used >= SLOTS) {
      findings.fail(Cause.NO_SLOT, message + ", and no slot is free", CALL + names(), remedy);
    } else if (used >= EARLIER_SLOTS) {
      findings.warn(
          Cause.NO_SLOT,
          message + ", which is all that some accounts allow",
          CALL + names(),
          remedy + ", or say what AWS grants with --filter-limit");
    }
  }

  private String names() {
    List<SubscriptionFilter> filters = group.filters();
    return filters.stream()
        .map(it -> it.name() + " to " + it.destination())
        .collect(Collectors.joining(", "));
  }
}
