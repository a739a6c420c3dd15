package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the forwarder of each region; used by one thread. */
public final class Forwarders {
  private final Cloud cloud;
  private final List<String> given;
  private final Map<String, Forwarder> byRegion = new HashMap<>();

  /**
   * The forwarders that the user named.
   *
   * @param given ARNs, one a region, or names that are looked up in each region
   */
  public Forwarders(Cloud cloud, List<String> given) {
    this.cloud = cloud;
    this.given = List.copyOf(given);
  }

  /** The forwarder for a region; none if the user named none at all. */
  public Optional<Forwarder> in(String region) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(byRegion.computeIfAbsent(region, this::find));
  }

  private Forwarder find(String region) {
    String chosen =
        given.stream().filter(it -> regionOf(it).equals(region)).findFirst().orElse(given.get(0));
    String home = regionOf(chosen).isEmpty() ? region : regionOf(chosen);
    Service lambda = cloud.service(ServiceName.LAMBDA, home);
    try {
      JsonNode found = lambda.call("GetFunctionConfiguration", Map.of("FunctionName", chosen));
      boolean isWhole = chosen.startsWith("arn:");
      String arn = isWhole ? chosen : found.path("FunctionArn").asText();
      return new Forwarder(Text.of(arn), Optional.empty(), grants(lambda, chosen));
    } catch (AwsFailure e) {
      return unread(chosen, home, e);
    }
  }

  private static Forwarder unread(String chosen, String region, AwsFailure failure) {
    if (!chosen.startsWith("arn:")) {
      throw failure.isNotFound()
          ? Problem.failed(
              "forwarder-missing",
              "There is no forwarder " + chosen + " in " + region,
              "Deploy the forwarder in that region, or give its ARN")
          : Failures.problem(chosen, failure);
    }
    Optional<Finding> trouble =
        failure.isNotFound()
            ? Optional.of(
                new Finding(
                    "forwarder-missing",
                    chosen,
                    "the forwarder is not there",
                    "Give the ARN that the forwarder's stack has among its outputs"))
            : Optional.empty();
    return new Forwarder(Text.of(chosen), trouble, Optional.empty());
  }

  private static Optional<Grants> grants(Service lambda, String function) {
    try {
      JsonNode policy = lambda.call("GetPolicy", Map.of("FunctionName", function));
      return Optional.of(new Grants(Json.parse(policy.path("Policy").asText("{}"))));
    } catch (AwsFailure e) {
      return e.isNotFound() ? Optional.of(Grants.none()) : Optional.empty();
    }
  }

  /** The region in an ARN; empty for a name. */
  private static String regionOf(String text) {
    return Arn.tryParse(Text.of(text)).flatMap(it -> it.region().known()).orElse("");
  }
}
