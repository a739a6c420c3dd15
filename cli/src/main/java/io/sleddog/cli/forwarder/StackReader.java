package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Paging;
import io.sleddog.cli.aws.Service;
import java.util.Map;
import java.util.Optional;

/** Reads the forwarder's stack. */
final class StackReader {
  /** The function's logical id, in our template as in Datadog's own. */
  static final String FUNCTION = "Forwarder";

  private final Service stacks;

  /**
   * Creates it.
   *
   * @param stacks CloudFormation in the stack's region
   */
  StackReader(Service stacks) {
    this.stacks = stacks;
  }

  /** The stack of that name, which may not be there. */
  Stack read(String name) {
    JsonNode found = find(name);
    return new Stack(name, found, !found.isMissingNode() && function(name).isPresent());
  }

  /** The name of the stack's forwarder, if it has one. */
  Optional<String> function(String stack) {
    return Paging.NEXT_TOKEN
        .all(stacks, "ListStackResources", Map.of("StackName", stack), "StackResourceSummaries")
        .stream()
        .filter(it -> it.path("LogicalResourceId").asText().equals(FUNCTION))
        .filter(it -> it.path("ResourceType").asText().equals("AWS::Lambda::Function"))
        .map(it -> it.path("PhysicalResourceId").asText(""))
        .findFirst();
  }

  /** The template that the stack was made from, as it was given. */
  String template(String stack) {
    Map<String, String> input = Map.of("StackName", stack, "TemplateStage", "Original");
    return stacks.call("GetTemplate", input).path("TemplateBody").asText("");
  }

  private JsonNode find(String name) {
    try {
      return stacks.call("DescribeStacks", Map.of("StackName", name)).path("Stacks").path(0);
    } catch (AwsFailure e) {
      if (e.isNotFound() || e.message().contains("does not exist")) {
        return MissingNode.getInstance();
      }
      throw e;
    }
  }
}
