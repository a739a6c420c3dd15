package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.Failures;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the version of the layer for a function; asks once a region; used by one thread. */
final class LayerFinder {
  private final Cloud cloud;
  private final LayerWish wish;
  private final Map<String, Optional<String>> latest = new HashMap<>();

  LayerFinder(Cloud cloud, LayerWish wish) {
    this.cloud = cloud;
    this.wish = wish;
  }

  /** Whether a layer is wanted that has to be there. */
  boolean isWanted() {
    return !wish.isNone();
  }

  /** The ARN of the version; empty if none is wanted, or if there is none. */
  Optional<String> find(FunctionDescription function, String region) {
    if (wish.isNone()) {
      return Optional.empty();
    }
    if (!wish.arns().isEmpty()) {
      return Optional.of(
          wish.arns().stream()
              .filter(it -> it.contains(":" + region + ":"))
              .findFirst()
              .orElse(wish.arns().get(0)));
    }
    String layer = layer(function, region);
    return wish.isLatest()
        ? latest.computeIfAbsent(layer, it -> latest(it, region))
        : Optional.of(layer + ":" + wish.version());
  }

  /** The layer's ARN, without a version. */
  String layer(FunctionDescription function, String region) {
    return "arn:%s:lambda:%s:%s:layer:%s"
        .formatted(
            function.place().partition(),
            region,
            wish.account().orElse(function.place().account().shape()),
            Layers.OURS);
  }

  private Optional<String> latest(String layer, String region) {
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    try {
      String name = wish.account().isPresent() ? layer : Layers.OURS;
      JsonNode versions = lambda.call("ListLayerVersions", Map.of("LayerName", name));
      return StreamSupport.stream(versions.path("LayerVersions").spliterator(), false)
          .max(Comparator.comparing(it -> it.path("Version").asLong()))
          .map(it -> it.path("LayerVersionArn").asText());
    } catch (AwsFailure e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw Failures.problem(layer, e);
    }
  }
}
