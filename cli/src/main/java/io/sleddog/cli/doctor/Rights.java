package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a role may do, as IAM simulates it. */
final class Rights {
  private final Cloud cloud;

  /**
   * What IAM says.
   *
   * @param missing the actions that are not allowed
   * @param unknown why it could not be asked; empty if it could
   */
  record Answer(List<String> missing, String unknown) {}

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
   * @return what is missing, or why nobody knows
   */
  Answer missing(String role, List<String> actions, String resource, String region) {
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
      return new Answer(missing, "");
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return new Answer(List.of(), e.action() + " " + e.code());
    }
  }
}
