package io.sleddog.cdk.forwarder;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.interfaces.logs.ILogGroupRef;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The forwarder's function with its role and its log group. */
final class ForwarderFunction {
  private static final String HANDLER = "io.sleddog.forwarder.ForwarderHandler::handleRequest";
  private static final int MEMORY_MB = 1024;
  private static final int TIMEOUT_SECONDS = 120;

  private ForwarderFunction() {}

  static Function create(Construct scope, ForwarderProps props, Map<String, String> variables) {
    FunctionOptions options = props.function();
    ILogGroupRef logs = logGroup(scope, props);
    IRole role = role(scope, options, props.rolePath());
    Grants.allow(
        role,
        "WriteOwnLogs",
        logs.getLogGroupRef().getLogGroupArn(),
        "logs:CreateLogStream",
        "logs:PutLogEvents");
    return new Function(
        scope,
        "Function",
        FunctionCopy.of(options)
            .runtime(orElse(props.runtime(), Runtime.JAVA_25))
            .handler(HANDLER)
            .code(code(props))
            .role(role)
            .logGroup(logs)
            .environment(environment(variables, options))
            .memorySize(orElse(options.getMemorySize(), MEMORY_MB))
            .timeout(timeout(options))
            .architecture(orElse(options.getArchitecture(), Architecture.ARM_64))
            .build());
  }

  static Duration timeout(FunctionOptions options) {
    return orElse(options.getTimeout(), Duration.seconds(TIMEOUT_SECONDS));
  }

  /** What is to be invoked: the function, or an alias of its current version under SnapStart. */
  static IFunction target(Construct scope, Function function, FunctionOptions options) {
    if (options.getSnapStart() == null) {
      return function;
    }
    return Alias.Builder.create(scope, "Live")
        .aliasName("live")
        .version(function.getCurrentVersion())
        .maxEventAge(options.getMaxEventAge())
        .retryAttempts(options.getRetryAttempts())
        .onFailure(options.getOnFailure())
        .onSuccess(options.getOnSuccess())
        .build();
  }

  private static Code code(ForwarderProps props) {
    Code given = props.code();
    return given == null ? Code.fromAsset(BundledZip.path("forwarder.zip")) : given;
  }

  private static Map<String, String> environment(
      Map<String, String> variables, FunctionOptions options) {
    Map<String, String> all = new TreeMap<>(variables);
    all.put("DD_USE_VPC", Boolean.toString(options.getVpc() != null));
    if (options.getEnvironment() != null) {
      all.putAll(options.getEnvironment());
    }
    return all;
  }

  private static IRole role(Construct scope, FunctionOptions options, String path) {
    if (options.getRole() != null) {
      return options.getRole();
    }
    List<IManagedPolicy> network =
        options.getVpc() == null
            ? List.of()
            : List.of(
                ManagedPolicy.fromAwsManagedPolicyName(
                    "service-role/AWSLambdaENIManagementAccess"));
    return Role.Builder.create(scope, "Role")
        .description("Role of the forwarder of logs, metrics and traces to Datadog")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .path(path)
        .managedPolicies(network)
        .build();
  }

  private static ILogGroupRef logGroup(Construct scope, ForwarderProps props) {
    if (props.function().getLogGroup() != null) {
      return props.function().getLogGroup();
    }
    return LogGroup.Builder.create(scope, "Logs")
        .retention(orElse(props.logRetention(), RetentionDays.THREE_MONTHS))
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private static <T> T orElse(@Nullable T given, T standard) {
    return given == null ? standard : given;
  }
}
