package io.sleddog.cdk.forwarder;

import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.lambda.FunctionProps;

/**
 * Carries each of CDK's options over to the properties of a function, which no builder of CDK does.
 * Log group, retention, role and environment are not among them: the forwarder decides those.
 */
final class FunctionCopy {
  private FunctionCopy() {}

  static FunctionProps.Builder of(FunctionOptions options) {
    FunctionProps.Builder copy = FunctionProps.builder();
    copyHosting(options, copy);
    copyNetwork(options, copy);
    copyAsynchronousCalls(options, copy);
    copyObservation(options, copy);
    return copy;
  }

  private static void copyHosting(FunctionOptions from, FunctionProps.Builder to) {
    to.functionName(from.getFunctionName())
        .description(from.getDescription())
        .memorySize(from.getMemorySize())
        .timeout(from.getTimeout())
        .architecture(from.getArchitecture())
        .ephemeralStorageSize(from.getEphemeralStorageSize())
        .reservedConcurrentExecutions(from.getReservedConcurrentExecutions())
        .snapStart(from.getSnapStart())
        .currentVersionOptions(from.getCurrentVersionOptions())
        .durableConfig(from.getDurableConfig())
        .tenancyConfig(from.getTenancyConfig())
        .codeSigningConfig(from.getCodeSigningConfig())
        .environmentEncryption(from.getEnvironmentEncryption())
        .runtimeManagementMode(from.getRuntimeManagementMode())
        .recursiveLoop(from.getRecursiveLoop())
        .initialPolicy(from.getInitialPolicy())
        .layers(from.getLayers());
  }

  private static void copyNetwork(FunctionOptions from, FunctionProps.Builder to) {
    to.vpc(from.getVpc())
        .vpcSubnets(from.getVpcSubnets())
        .securityGroups(from.getSecurityGroups())
        .allowAllOutbound(from.getAllowAllOutbound())
        .allowAllIpv6Outbound(from.getAllowAllIpv6Outbound())
        .allowPublicSubnet(from.getAllowPublicSubnet())
        .ipv6AllowedForDualStack(from.getIpv6AllowedForDualStack())
        .filesystem(from.getFilesystem());
  }

  private static void copyAsynchronousCalls(FunctionOptions from, FunctionProps.Builder to) {
    to.deadLetterQueue(from.getDeadLetterQueue())
        .deadLetterQueueEnabled(from.getDeadLetterQueueEnabled())
        .deadLetterTopic(from.getDeadLetterTopic())
        .maxEventAge(from.getMaxEventAge())
        .retryAttempts(from.getRetryAttempts())
        .onFailure(from.getOnFailure())
        .onSuccess(from.getOnSuccess())
        .events(from.getEvents());
  }

  @SuppressWarnings("deprecation") // an option that a user may still give is not lost
  private static void copyObservation(FunctionOptions from, FunctionProps.Builder to) {
    to.tracing(from.getTracing())
        .loggingFormat(from.getLoggingFormat())
        .logFormat(from.getLogFormat())
        .applicationLogLevel(from.getApplicationLogLevel())
        .applicationLogLevelV2(from.getApplicationLogLevelV2())
        .systemLogLevel(from.getSystemLogLevel())
        .systemLogLevelV2(from.getSystemLogLevelV2())
        .insightsVersion(from.getInsightsVersion())
        .profiling(from.getProfiling())
        .profilingGroup(from.getProfilingGroup())
        .paramsAndSecrets(from.getParamsAndSecrets())
        .adotInstrumentation(from.getAdotInstrumentation());
  }
}
