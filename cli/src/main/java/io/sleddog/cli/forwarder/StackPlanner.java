package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what has to be done so that a stack runs our forwarder; changes nothing. */
final class StackPlanner {
  private final Cloud cloud;
  private final String region;
  private final StackReader reader;

  StackPlanner(Cloud cloud, String region) {
    this.cloud = cloud;
    this.region = region;
    this.reader = new StackReader(cloud.service(ServiceName.CLOUDFORMATION, region));
  }

  /**
   * What the user wants.
   *
   * @param stack the stack's name
   * @param isUpdate whether the stack has to be there
   * @param zip the code
   * @param template the template's file
   * @param bucket the bucket for the code, if the user names one
   * @param parameters the parameters that the user names
   */
  record Wish(
      String stack,
      boolean isUpdate,
      Path zip,
      Path template,
      Optional<String> bucket,
      Map<String, String> parameters) {}

  /**
   * The plan.
   *
   * @throws Problem if the stack is none of ours, or not in a state to be changed
   */
  StackPlan plan(Wish wish) {
    Stack stack = reader.read(wish.stack());
    check(stack, wish);
    Template template =
        Template.read(wish.template(), cloud.service(ServiceName.CLOUDFORMATION, region));
    CodeUpload upload = upload(wish, stack);
    Map<String, String> wanted = new LinkedHashMap<>(wish.parameters());
    wanted.put(StackPlan.BUCKET, upload.bucket());
    wanted.put(StackPlan.KEY, upload.key());
    if (!stack.parameters().getOrDefault(StackPlan.VERSION, "").isEmpty()) {
      wanted.putIfAbsent(StackPlan.VERSION, "");
    }
    boolean isSame = stack.isThere() && reader.template(stack.name()).equals(template.body());
    Parameters parameters =
        new Parameters(template, stack.isThere() ? stack.parameters() : Map.of(), wanted);
    return new StackPlan(
        stack, template, parameters, upload.calls(region, wish.bucket().isEmpty()), isSame);
  }

  private CodeUpload upload(Wish wish, Stack stack) {
    JsonNode caller = cloud.service(ServiceName.STS, region).call("GetCallerIdentity", Map.of());
    String account = caller.path("Account").asText();
    String present = stack.parameters().getOrDefault(StackPlan.BUCKET, "");
    String bucket =
        wish.bucket()
            .or(() -> Optional.of(present).filter(it -> !it.isEmpty()))
            .orElse("sleddog-code-" + account + "-" + region);
    return new CodeUpload(cloud.service(ServiceName.S3, region), wish.zip(), bucket, account);
  }

  private void check(Stack stack, Wish wish) {
    if (!stack.isThere()) {
      checkNew(wish);
    } else if (stack.isDead()) {
      throw dead(stack);
    } else if (stack.isUnderWay()) {
      throw Problem.failed(
              "stack-busy",
              "The stack " + stack.name() + " is being changed: " + stack.status(),
              "Wait until that is over")
          .retryable();
    } else if (!stack.isForwarders()) {
      throw Problem.failed(
          "stack-other",
          "The stack " + stack.name() + " has no function " + StackReader.FUNCTION,
          "Name the forwarder's stack, or one that is not there, with --name");
    }
  }

  private Problem dead(Stack stack) {
    return Problem.failed(
        "stack-dead",
        "The stack " + stack.name() + " is in the state " + stack.status(),
        "Delete it: aws cloudformation delete-stack --stack-name "
            + stack.name()
            + " --region "
            + region);
  }

  private static void checkNew(Wish wish) {
    if (wish.isUpdate()) {
      throw Problem.failed(
          "stack-missing",
          "There is no stack " + wish.stack(),
          "Look at name and region; forwarder deploy makes a new one");
    }
    boolean hasKey =
        List.of(KeyOptions.PLAIN, KeyOptions.SECRET, KeyOptions.PARAMETER).stream()
            .anyMatch(it -> !wish.parameters().getOrDefault(it, "").isEmpty());
    boolean isForDatadog = !"false".equals(wish.parameters().get("SendToDatadog"));
    if (!hasKey && isForDatadog) {
      throw Problem.usage(
          "no-key",
          "It is not said where the API key is",
          "Add --api-key-secret, --api-key-parameter or --api-key-env");
    }
  }
}
