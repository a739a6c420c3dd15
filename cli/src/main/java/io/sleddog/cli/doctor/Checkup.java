package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Examines functions, each along the way of its data. Several threads may use one. */
final class Checkup {
  private static final List<Cause> OF_FORWARDERS =
      List.of(
          Cause.NO_KEY,
          Cause.KEY_UNREADABLE,
          Cause.NO_WAY_OUT,
          Cause.FORWARDER_FAILS,
          Cause.THROTTLED,
          Cause.TOO_SMALL,
          Cause.DROPPED,
          Cause.PARKED,
          Cause.NO_TAGS);

  private final Cloud cloud;
  private final ForwarderReader reader;
  private final Optional<String> forwarder;
  private final Optional<KeyCheck> keyCheck;
  private final Map<String, ForwarderFacts> forwarders = new ConcurrentHashMap<>();

  /**
   * A checkup.
   *
   * @param reader reads forwarders, and the logs of all
   * @param forwarder the forwarder that the user named, if any
   * @param keyCheck asks Datadog about the key, if that is wanted
   */
  Checkup(
      Cloud cloud,
      ForwarderReader reader,
      Optional<String> forwarder,
      Optional<KeyCheck> keyCheck) {
    this.cloud = cloud;
    this.reader = reader;
    this.forwarder = forwarder;
    this.keyCheck = keyCheck;
  }

  /** All that is to be said of the function. */
  Findings examine(FunctionState function) {
    Findings findings = new Findings(function.arn());
    FunctionRules.check(function, findings);
    new RightsRules(new Rights(cloud), findings).function(function, function.logGroupArn());
    AliasRule.check(cloud, function, findings);
    Optional<SubscriptionFilter> filter = filter(function, findings);
    List<JsonNode> events = reader.lines().events(function.logGroup(), function.region());
    List<String> lines = LineReader.messages(events);
    LineRules.check(lines, findings);
    LateRule.check(events, findings);
    filter
        .map(it -> it.destination().shape())
        .or(() -> forwarder)
        .map(it -> facts(it, function.region()))
        .ifPresent(it -> forwarder(it, filter, function, findings, lines));
    findings.okUnlessSaid(Cause.INVISIBLE);
    return findings;
  }

  private Optional<SubscriptionFilter> filter(FunctionState function, Findings findings) {
    if (!GroupRules.check(function, findings)) {
      return Optional.empty();
    }
    Optional<SubscriptionFilter> filter =
        GroupRules.filter(function.description().logGroup(), forwarder);
    filter.ifPresentOrElse(
        it -> new FilterRules(cloud, function, it, findings).check(),
        () -> UnsubscribedRules.check(cloud, function, forwarder, findings));
    return filter;
  }

  /** What is known of a forwarder; it is read once. */
  ForwarderFacts facts(String arn, String region) {
    return forwarders.computeIfAbsent(arn, it -> reader.read(it, region));
  }

  private void forwarder(
      ForwarderFacts facts,
      Optional<SubscriptionFilter> filter,
      FunctionState function,
      Findings findings,
      List<String> lines) {
    facts
        .configuration()
        .ifPresent(
            it -> {
              GrantRule.check(facts, function, findings);
              filter.ifPresent(found -> delivered(found, function, findings));
              findings.okUnlessSaid(Cause.NOT_ALLOWED);
              DroppedRule.check(it, lines, findings);
            });
    examine(facts, function.region(), findings);
  }

  private void delivered(SubscriptionFilter filter, FunctionState function, Findings findings) {
    new FilterRules(cloud, function, filter, findings)
        .delivered(reader.lines().since(), reader.now());
  }

  /** All that is to be said of a forwarder by itself. */
  void examine(ForwarderFacts facts, String region, Findings findings) {
    if (!ForwarderRules.check(facts, findings)) {
      return;
    }
    facts.configuration().ifPresent(it -> examine(it, facts.doings().lines(), region, findings));
    ForwarderActivityRules.check(facts, findings);
    OF_FORWARDERS.forEach(findings::okUnlessSaid);
  }

  private void examine(
      JsonNode configuration, List<String> lines, String region, Findings findings) {
    ForwarderLogRules.check(lines, configuration, findings);
    new WayOutRule(cloud, findings).check(configuration, lines, region);
    new AgeRule(cloud, findings).check(configuration, region);
    new RightsRules(new Rights(cloud), findings).forwarder(configuration, region);
    keyCheck.ifPresentOrElse(
        it -> it.check(configuration, region, findings),
        () -> findings.unknown(Cause.WRONG_SITE, "--check-key asks Datadog"));
  }
}
