package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.target.FunctionState;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Examines functions one by one; each forwarder is read once. Safe for several threads. */
final class Checkup {
  private final Cloud cloud;
  private final LineReader lines;
  private final Optional<String> forwarder;
  private final Map<String, ForwarderFacts> forwarders = new ConcurrentHashMap<>();

  Checkup(Cloud cloud, LineReader lines, Optional<String> forwarder) {
    this.cloud = cloud;
    this.lines = lines;
    this.forwarder = forwarder;
  }

  Findings examine(FunctionState function) {
    Findings findings = new Findings(function.arn());
    FunctionRules.check(function, findings);
    aliases(function, findings);
    Optional<SubscriptionFilter> filter = GroupRules.check(function, forwarder, findings);
    LineRules.check(lines.read(function.logGroup(), function.region()), findings);
    filter
        .map(it -> it.destination().shape())
        .or(() -> forwarder)
        .ifPresent(it -> forwarder(it, function, findings));
    return findings;
  }

  private void forwarder(String arn, FunctionState function, Findings findings) {
    ForwarderFacts facts =
        forwarders.computeIfAbsent(
            arn, it -> new ForwarderReader(cloud, lines).read(it, function.region()));
    var place = function.description().place();
    String group =
        "arn:%s:logs:%s:%s:log-group:%s"
            .formatted(place.partition(), place.region(), place.account(), function.logGroup());
    ForwarderRules.check(facts, group, findings);
  }

  private void aliases(FunctionState function, Findings findings) {
    Service lambda = cloud.service(ServiceName.LAMBDA, function.region());
    Map<String, String> input = Map.of("FunctionName", function.name());
    try {
      for (JsonNode alias : Paging.MARKER.all(lambda, "ListAliases", input, "Aliases")) {
        String version = alias.path("FunctionVersion").asText();
        JsonNode published =
            lambda.call(
                "GetFunctionConfiguration",
                Map.of("FunctionName", function.name(), "Qualifier", version));
        JsonNode handler = function.configuration().path("Handler");
        if (!published.path("Handler").equals(handler)) {
          String name = alias.path("Name").asText();
          findings.warn(
              Cause.OLD_ALIAS,
              "the alias " + name + " leads to version " + version + ", which has another handler",
              "lambda:ListAliases FunctionVersion " + version,
              "sleddog lambda instrument -f " + function.name() + " --publish --alias " + name);
        }
      }
      findings.okUnlessSaid(Cause.OLD_ALIAS);
    } catch (AwsFailure e) {
      findings.unknown(Cause.OLD_ALIAS, e.action() + " " + e.code());
    }
  }
}
