package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a role may do, as IAM simulates it. */
final class Rights {
  private final Cloud cloud;

  /**
   * Creates it.
   *
   * @param cloud where the role is
   */
  Rights(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * The actions that the role may not do.
   *
   * @param resource the ARN of what they are done to
   * @return nothing if nobody may simulate it
   */
  Optional<List<String>> missing(
      String role, List<String> actions, String resource, String region) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("PolicySourceArn", role);
    input.put("ActionNames", actions);
    input.put("ResourceArns", List.of(resource));
    try {
      JsonNode answer =
          cloud.service(ServiceName.IAM, region).call("SimulatePrincipalPolicy", input);
      List<String> missing = new ArrayList<>();
      for (JsonNode it : answer.path("EvaluationResults")) {
        if (!it.path("EvalDecision").asText().equals("allowed")) {
          missing.add(it.path("EvalActionName").asText());
        }
      }
      return Optional.of(missing);
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
