package io.sleddog.cdk.stepfunctions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

/** Where one state machine logs to, read from it or given to it. */
final class StateMachineLogs {
  /** Groups of this prefix share one resource policy of CloudWatch Logs, which has a size limit. */
  private static final String PREFIX = "/aws/vendedlogs/states/";

  private static final int RETENTION_DAYS = 7;
  private static final int NAME_LENGTH = 200;

  /** After the sixth colon of a log group's ARN. */
  private static final int NAME_IN_ARN = 6;

  /** AWS Step Functions developer guide, "IAM policies for logging to CloudWatch Logs". */
  private static final List<String> DELIVERY =
      List.of(
          "logs:CreateLogDelivery",
          "logs:CreateLogStream",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutLogEvents",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  private final CfnStateMachine machine;
  private final Stack stack;
  private final Object found;

  StateMachineLogs(CfnStateMachine machine) {
    this.machine = machine;
    this.stack = Stack.of(machine);
    this.found = Objects.requireNonNullElse(resolved(machine.getLoggingConfiguration()), Map.of());
  }

  boolean isConfigured() {
    return !(found instanceof Map<?, ?> map && map.isEmpty());
  }

  /** Whether every step is logged with its data. */
  boolean isComplete() {
    return !isConfigured()
        || (found instanceof Map<?, ?> map
            && "ALL".equals(map.get("level"))
            && Boolean.TRUE.equals(map.get("includeExecutionData")));
  }

  /** The name of the group it logs to, empty if that cannot be read. */
  String existing() {
    if (found instanceof Map<?, ?> map
        && map.get("destinations") instanceof List<?> destinations
        && !destinations.isEmpty()
        && destinations.get(0) instanceof Map<?, ?> first
        && first.get("cloudWatchLogsLogGroup") instanceof Map<?, ?> group
        && group.get("logGroupArn") != null) {
      return nameIn(group.get("logGroupArn"));
    }
    return "";
  }

  /** Declares a group, lets the state machine log every step to it, and gives the group's name. */
  String create() {
    String name =
        Names.uniqueResourceName(
            machine,
            UniqueResourceNameOptions.builder()
                .maxLength(NAME_LENGTH)
                .separator("-")
                .allowedSpecialCharacters("-")
                .build());
    CfnLogGroup group =
        CfnLogGroup.Builder.create(machine, "SleddogLogGroup")
            .logGroupName(PREFIX + name + "-Logs")
            .retentionInDays(RETENTION_DAYS)
            .build();
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
    machine.setLoggingConfiguration(
        CfnStateMachine.LoggingConfigurationProperty.builder()
            .level("ALL")
            .includeExecutionData(true)
            .destinations(List.of(destination(group)))
            .build());
    allowDelivery();
    return group.getRef();
  }

  /** What tells one log group from another, whatever its name is made of. */
  String identity(String group) {
    return String.valueOf(resolved(group));
  }

  private static CfnStateMachine.LogDestinationProperty destination(CfnLogGroup group) {
    return CfnStateMachine.LogDestinationProperty.builder()
        .cloudWatchLogsLogGroup(
            CfnStateMachine.CloudWatchLogsLogGroupProperty.builder()
                .logGroupArn(group.getAttrArn())
                .build())
        .build();
  }

  /** A role that came with the state machine is the user's, who is asked to widen it. */
  private void allowDelivery() {
    if (machine.getNode().getScope() instanceof StateMachine owner) {
      owner.addToRolePolicy(
          PolicyStatement.Builder.create()
              .sid("LogDelivery")
              .actions(DELIVERY)
              .resources(List.of("*"))
              .build());
    } else {
      Annotations.of(machine)
          .addWarningV2(
              "sleddog:state-machine-role",
              "its role must be allowed to log: " + String.join(", ", DELIVERY) + " on *");
    }
  }

  private static String nameIn(Object arn) {
    String text = arn instanceof String literal ? literal : Token.asString(arn);
    return Fn.select(NAME_IN_ARN, Fn.split(":", text));
  }

  private @Nullable Object resolved(@Nullable Object value) {
    return value == null ? null : stack.resolve(value);
  }
}
