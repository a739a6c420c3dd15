package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.calls.ApiCall;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries the plan for a stack out: upload, change set, execution, each waited for. */
final class Deployment {
  static final String CREATE = "CreateChangeSet";
  static final String EXECUTE = "ExecuteChangeSet";

  private final Run run;
  private final Service stacks;
  private final Service objects;
  private final Service functions;
  private final boolean isPreparing;

  /** The change set's call that was begun last. */
  private volatile String begun = "";

  /** The one that was made last. */
  private volatile String made = "";

  /**
   * A deployment.
   *
   * @param isPreparing whether the change set is made and left to be executed by somebody else
   */
  Deployment(Run run, Cloud cloud, String region, boolean isPreparing) {
    this.run = run;
    this.stacks = cloud.service(ServiceName.CLOUDFORMATION, region);
    this.objects = cloud.service(ServiceName.S3, region);
    this.functions = cloud.service(ServiceName.LAMBDA, region);
    this.isPreparing = isPreparing;
  }

  /**
   * What became of it.
   *
   * @param outcome a word for it
   * @param changes the change set, if anything is in it
   * @param stack the stack after that
   * @param forwarder the function's ARN, once it is there
   */
  record Result(
      String outcome, Optional<ChangeSet> changes, Stack stack, Optional<String> forwarder) {}

  /** Makes the calls of the plan. */
  Result carryOut(StackPlan plan, String changeSetName) {
    Remains remains = new Remains(plan.stack().name(), changeSetName);
    return run.watched(
        () -> run.fail(remains.ended(begun)),
        () -> {
          try {
            return steps(plan, changeSetName);
          } catch (AwsFailure e) {
            throw e.isSignedOut() ? e : remains.failed(e, made);
          }
        });
  }

  private Result steps(StackPlan plan, String changeSetName) {
    StackWatch watch = new StackWatch(run, stacks);
    if (plan.stack().isThere()) {
      watch.skipEvents(plan.stack().name());
    }
    ChangeSet changes = prepare(plan, changeSetName, watch);
    if (changes.isEmpty()) {
      delete(plan, changes);
      return result("unchanged", null, plan.stack());
    }
    if (!run.isJson()) {
      run.screen().print(changes.lines());
    }
    if (isPreparing) {
      return result("prepared", changes, plan.stack());
    }
    agree(plan, changes);
    call(plan, changeSetName, EXECUTE);
    return result("changed", changes, watch.stack(plan.stack().name()));
  }

  private Result result(String outcome, @Nullable ChangeSet changes, Stack stack) {
    Optional<String> arn = stack.isThere() ? function(stack) : Optional.empty();
    return new Result(outcome, Optional.ofNullable(changes), stack, arn);
  }

  /** Its ARN is good to know, but the stack is what it should be without that. */
  private Optional<String> function(Stack stack) {
    try {
      return new StackReader(stacks).function(stack.name()).map(this::arn);
    } catch (AwsFailure e) {
      if (e.isDenied()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private String arn(String function) {
    return functions
        .call("GetFunctionConfiguration", Map.of("FunctionName", function))
        .path("FunctionArn")
        .asText(function);
  }

  private ChangeSet prepare(StackPlan plan, String changeSetName, StackWatch watch) {
    for (ApiCall call : plan.upload()) {
      run.screen().note(call.call() + ": " + call.reason());
      objects.call(call.call(), call.input());
    }
    call(plan, changeSetName, CREATE);
    ChangeSet changes = new ChangeSet(watch.changeSet(plan.stack().name(), changeSetName));
    if (changes.isFailed() && !changes.isEmpty()) {
      throw Problem.failed(
          "change-set-failed",
          "CloudFormation does not take the change: " + changes.reason(),
          "Mend the reason and run it again");
    }
    return changes;
  }

  private void call(StackPlan plan, String changeSetName, String operation) {
    begun = operation;
    plan.calls(changeSetName, false).stream()
        .filter(it -> it.call().equals(operation))
        .forEach(it -> stacks.call(it.call(), it.input()));
    made = operation;
  }

  /** Another function has another ARN: what points to the old one no longer arrives. */
  private void agree(StackPlan plan, ChangeSet changes) {
    if (changes.isReplacingTheFunction()) {
      try {
        run.confirm("The function is replaced, and subscriptions and triggers of it are lost.");
      } catch (Problem declined) {
        delete(plan, changes);
        throw declined;
      }
    }
  }

  private void delete(StackPlan plan, ChangeSet changes) {
    stacks.call(
        "DeleteChangeSet",
        Map.of("StackName", plan.stack().name(), "ChangeSetName", changes.name()));
  }
}
