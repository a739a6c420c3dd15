package io.sleddog.cdk.template;

import static io.sleddog.cdk.template.Conditions.valueIf;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;

/** Makes the function follow the template's parameters. */
final class FunctionOverlay {
  private final Parameters parameters;
  private final Conditions conditions;

  FunctionOverlay(Parameters parameters, Conditions conditions) {
    this.parameters = parameters;
    this.conditions = conditions;
  }

  void apply(CfnResource function, String secret, String bucket) {
    overlayConfiguration(function);
    variable(function, "DD_API_KEY_SECRET_ARN", valueIf(conditions.isKeyInSecret(), secret));
    variable(
        function,
        "DD_API_KEY_SSM_NAME",
        ifParameter(conditions.isKeyInParameter(), StackParameter.API_KEY_PARAMETER));
    variable(function, "DD_S3_BUCKET_NAME", valueIf(conditions.hasBucket(), bucket));
    variable(function, "DD_STORE_FAILED_EVENTS", parameters.text(StackParameter.STORE_FAILED));
    variable(
        function,
        "DD_SQS_QUEUE_URL",
        ifParameter(conditions.isSet(StackParameter.QUEUE_URL), StackParameter.QUEUE_URL));
    variable(function, "DD_USE_VPC", parameters.text(StackParameter.USE_VPC));
    variable(
        function,
        "AWS_LAMBDA_EXEC_WRAPPER",
        ifParameter(conditions.isSet(StackParameter.EXEC_WRAPPER), StackParameter.EXEC_WRAPPER));
    variable(
        function,
        "DD_ADDITIONAL_TARGET_LAMBDAS",
        valueIf(
            conditions.isListSet(StackParameter.TARGETS),
            Fn.join(",", parameters.list(StackParameter.TARGETS))));
  }

  private void overlayConfiguration(CfnResource function) {
    // The group's name follows from the function's, so the function must not wait for the group.
    function.addPropertyDeletionOverride("LoggingConfig");
    function.addDeletionOverride("DependsOn");
    function.addPropertyOverride(
        "FunctionName", ifParameter(conditions.isNamed(), StackParameter.FUNCTION_NAME));
    function.addPropertyOverride("Runtime", parameters.text(StackParameter.RUNTIME));
    function.addPropertyOverride(
        "Architectures", List.of(parameters.text(StackParameter.ARCHITECTURE)));
    function.addPropertyOverride(
        "ReservedConcurrentExecutions",
        ifParameter(
            conditions.isSet(StackParameter.RESERVED_CONCURRENCY),
            StackParameter.RESERVED_CONCURRENCY));
    function.addPropertyOverride(
        "VpcConfig",
        valueIf(
            conditions.isOn(StackParameter.USE_VPC),
            Map.of(
                "SecurityGroupIds", parameters.list(StackParameter.SECURITY_GROUPS),
                "SubnetIds", parameters.list(StackParameter.SUBNETS))));
  }

  private String ifParameter(CfnCondition condition, StackParameter parameter) {
    return valueIf(condition, parameters.text(parameter));
  }

  private static void variable(CfnResource function, String name, String value) {
    function.addPropertyOverride("Environment.Variables." + name, value);
  }
}
