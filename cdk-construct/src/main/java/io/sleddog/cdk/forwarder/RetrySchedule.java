package io.sleddog.cdk.forwarder;

import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** The schedule that sends the forwarder its retry event. */
final class RetrySchedule {
  private static final String EVENT = "{\"retry\": true}";

  private RetrySchedule() {}

  static void create(Construct scope, IFunction target, int everyHours, String rolePath) {
    Role role = role(scope, rolePath);
    Grants.allow(role, "InvokeForwarder", target.getFunctionArn(), "lambda:InvokeFunction");
    CfnSchedule.Builder.create(scope, "Schedule")
        .description("Lets the forwarder try again what was not delivered")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .scheduleExpression(everyHours == 1 ? "rate(1 hour)" : "rate(" + everyHours + " hours)")
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(target.getFunctionArn())
                .roleArn(role.getRoleArn())
                .input(EVENT)
                .build())
        .build()
        .getNode()
        .addDependency(role);
  }

  /** The scheduler may take it for schedules of this account only. */
  private static Role role(Construct scope, String path) {
    Map<String, Object> ownAccount = Map.of("aws:SourceAccount", Stack.of(scope).getAccount());
    return Role.Builder.create(scope, "SchedulerRole")
        .assumedBy(
            ServicePrincipal.Builder.create(Partitions.principal(scope, "scheduler"))
                .conditions(Map.of("StringEquals", ownAccount))
                .build())
        .path(path)
        .build();
  }
}
