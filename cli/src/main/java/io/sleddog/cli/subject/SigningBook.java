package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which functions of a region have a code-signing configuration; asked once a region, since most
 * accounts have none at all.
 */
final class SigningBook {
  private final Cloud cloud;
  private final Map<String, Set<String>> signedByRegion = new ConcurrentHashMap<>();

  SigningBook(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Whether code and layers of the function are watched over; false if nobody may know. */
  boolean isSigned(JsonNode configuration, String region) {
    return signedByRegion
        .computeIfAbsent(region, this::read)
        .contains(configuration.path("FunctionArn").asText());
  }

  private Set<String> read(String region) {
    Service lambda = cloud.service(ServiceName.LAMBDA, region);
    Set<String> signed = new HashSet<>();
    try {
      for (JsonNode config :
          Paging.MARKER.all(lambda, "ListCodeSigningConfigs", Map.of(), "CodeSigningConfigs")) {
        Map<String, String> input =
            Map.of("CodeSigningConfigArn", config.path("CodeSigningConfigArn").asText());
        List<JsonNode> arns =
            Paging.MARKER.all(lambda, "ListFunctionsByCodeSigningConfig", input, "FunctionArns");
        arns.forEach(it -> signed.add(it.asText()));
      }
    } catch (AwsFailure onlyAWarningIsLost) {
      return Set.of();
    }
    return signed;
  }
}
