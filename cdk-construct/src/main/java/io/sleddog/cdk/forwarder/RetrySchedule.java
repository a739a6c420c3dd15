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
    Role role =
        Role.Builder.create(scope, "SchedulerRole")
            .assumedBy(
                ServicePrincipal.Builder.create(Partitions.principal(scope, "scheduler"))
                    .conditions(
                        Map.of(
                            "StringEquals",
                            Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
                    .build())
            .path(rolePath)
            .build();
    Grants.allow(role, "InvokeForwarder", target.getFunctionArn(), "lambda:InvokeFunction");
    CfnSchedule schedule =
        CfnSchedule.Builder.create(scope, "Schedule")
            .description("Lets the forwarder try again what was not delivered")
            .flexibleTimeWindow(
                CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
            .scheduleExpression(everyHours == 1 ? "rate(1 hour)" : "rate(" + everyHours + " hours)")
            .target(
                CfnSchedule.TargetProperty.builder()
                    .arn(target.getFunctionArn())
                    .roleArn(role.getRoleArn())
                    .input(EVENT)
                    .build())
            .build();
    schedule.getNode().addDependency(role);
  }
}
