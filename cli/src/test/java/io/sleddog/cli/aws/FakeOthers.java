package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import java.util.HashMap;
import java.util.Map;

/** The other services: an answer for each operation. */
public final class FakeOthers {
  private final Map<String, JsonNode> answers = new HashMap<>();

  FakeOthers() {
    answer(
        "GetCallerIdentity",
        "{'Account': '"
            + FakeAws.ACCOUNT
            + "', 'Arn': 'arn:aws:iam::"
            + FakeAws.ACCOUNT
            + ":user/somebody'}");
  }

  /** Sets what an operation answers; single quotes stand for double ones. */
  public void answer(String operation, String json) {
    answers.put(operation, Json.parse(json.replace('\'', '"')));
  }

  boolean knows(String operation, JsonNode input) {
    String stack = input.path("StackName").asText("");
    return answers.containsKey(operation) || answers.containsKey(operation + " " + stack);
  }

  JsonNode call(ServiceName service, String operation, JsonNode input) {
    String stack = input.path("StackName").asText("");
    JsonNode answer = answers.getOrDefault(operation + " " + stack, answers.get(operation));
    if (answer == null) {
      throw new AwsFailure(service, operation, "AccessDenied", "no answer", null);
    }
    return answer;
  }
}
