package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.forwarder.ApiKey;
import io.sleddog.cdk.forwarder.FailedEvents;
import io.sleddog.cdk.forwarder.ForwarderProps;
import io.sleddog.cdk.setting.Delivery;
import io.sleddog.cdk.setting.LogProcessing;
import io.sleddog.cdk.setting.TagEnrichment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.CodeSigningConfig;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionOptions;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.signer.Platform;
import software.amazon.awscdk.services.signer.SigningProfile;
import software.amazon.awscdk.services.sqs.Queue;

@NeedsNode
class ForwarderTest {
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final Synth synth = Synth.anywhere();

  @Test
  void forwarder_withKeyAlone_isComplete() {
    synth.forwarder();

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.path("Handler").asText())
        .isEqualTo("io.sleddog.forwarder.ForwarderHandler::handleRequest");
    assertThat(function.path("Runtime").asText()).isEqualTo("java25");
    assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
    assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
    assertThat(function.path("Timeout").asInt()).isEqualTo(120);
    assertThat(function.at("/LoggingConfig/LogGroup/Ref").asText()).startsWith("ForwarderLogs");
    assertThat(synth.only("AWS::Logs::LogGroup").path("RetentionInDays").asInt()).isEqualTo(90);
    assertThat(variables().path("DD_SITE").asText()).isEqualTo("datadoghq.com");
    assertThat(variables().path("DD_FETCH_LAMBDA_TAGS").asText()).isEqualTo("true");
  }

  @Test
  void code_notGiven_isTheBundledZip() {
    assumeThat(Forwarder.class.getResource("forwarder.zip"))
        .as("forwarder/target/forwarder.zip is packaged")
        .isNotNull();
    synth.forwarder(ForwarderProps.builder().apiKey(ApiKey.fromSecretArn(Synth.KEY)));

    assertThat(synth.only(FUNCTION).at("/Code/S3Key").asText()).endsWith(".zip");
  }

  @Test
  void settings_asGiven_reachTheFunction() {
    synth.forwarder(
        Synth.props()
            .site("datadoghq.eu")
            .logs(LogProcessing.builder().redactIp(true).scrub("a+", "b").build())
            .tags(TagEnrichment.builder().fetchFunctionTags(false).cacheSeconds(60).build())
            .delivery(Delivery.builder().logsPort(8443).proxy("http://proxy:3128").build()));

    JsonNode variables = variables();
    assertThat(variables.path("DD_SITE").asText()).isEqualTo("datadoghq.eu");
    assertThat(variables.path("REDACT_IP").asText()).isEqualTo("true");
    assertThat(variables.path("DD_SCRUBBING_RULE").asText()).isEqualTo("a+");
    assertThat(variables.path("DD_SCRUBBING_RULE_REPLACEMENT").asText()).isEqualTo("b");
    assertThat(variables.path("DD_FETCH_LAMBDA_TAGS").asText()).isEqualTo("false");
    assertThat(variables.path("DD_TAGS_CACHE_TTL_SECONDS").asText()).isEqualTo("60");
    assertThat(variables.path("DD_PORT").asText()).isEqualTo("8443");
    assertThat(variables.path("HTTP_PROXY").asText()).isEqualTo("http://proxy:3128");
    assertThat(variables.path("HTTPS_PROXY").asText()).isEqualTo("http://proxy:3128");
  }

  @Test
  void environment_givenForTheFunction_winsOverSettings() {
    synth.forwarder(
        Synth.props()
            .function(
                FunctionOptions.builder()
                    .environment(
                        Map.of(
                            "DD_SITE",
                            "relay.internal",
                            "AWS_LAMBDA_EXEC_WRAPPER",
                            "/var/task/start"))
                    .build()));

    assertThat(variables().path("DD_SITE").asText()).isEqualTo("relay.internal");
    assertThat(variables().path("AWS_LAMBDA_EXEC_WRAPPER").asText()).isEqualTo("/var/task/start");
  }

  @Test
  void functionOptions_asGiven_shapeTheFunction() {
    Key key = new Key(synth.stack, "Key");
    synth.forwarder(
        Synth.props()
            .runtime(Runtime.JAVA_21)
            .function(
                FunctionOptions.builder()
                    .functionName("forwarder")
                    .memorySize(2048)
                    .timeout(Duration.seconds(300))
                    .architecture(Architecture.X86_64)
                    .reservedConcurrentExecutions(10)
                    .environmentEncryption(key)
                    .codeSigningConfig(
                        CodeSigningConfig.Builder.create(synth.stack, "Signing")
                            .signingProfiles(
                                List.of(
                                    SigningProfile.Builder.create(synth.stack, "Profile")
                                        .platform(Platform.AWS_LAMBDA_SHA384_ECDSA)
                                        .build()))
                            .build())
                    .deadLetterQueue(new Queue(synth.stack, "Dead"))
                    .build()));

    JsonNode function = synth.only(FUNCTION);
    assertThat(function.path("FunctionName").asText()).isEqualTo("forwarder");
    assertThat(function.path("Runtime").asText()).isEqualTo("java21");
    assertThat(function.path("MemorySize").asInt()).isEqualTo(2048);
    assertThat(function.path("Timeout").asInt()).isEqualTo(300);
    assertThat(function.at("/Architectures/0").asText()).isEqualTo("x86_64");
    assertThat(function.path("ReservedConcurrentExecutions").asInt()).isEqualTo(10);
    assertThat(function.at("/KmsKeyArn/Fn::GetAtt/0").asText()).startsWith("Key");
    assertThat(function.at("/CodeSigningConfigArn/Fn::GetAtt/0").asText()).startsWith("Signing");
    assertThat(function.at("/DeadLetterConfig/TargetArn/Fn::GetAtt/0").asText()).startsWith("Dead");
  }

  @Test
  void onFailure_asGiven_takesEventsThatFailed() {
    synth.forwarder(
        Synth.props()
            .function(
                FunctionOptions.builder()
                    .onFailure(new SqsDestination(new Queue(synth.stack, "Failures")))
                    .retryAttempts(1)
                    .build()));

    JsonNode config = synth.only("AWS::Lambda::EventInvokeConfig");
    assertThat(config.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0").asText())
        .startsWith("Failures");
    assertThat(config.path("MaximumRetryAttempts").asInt()).isEqualTo(1);
  }

  @Test
  void vpc_asGiven_isSaidToTheFunctionAndAllowed() {
    synth.forwarder(
        Synth.props().function(FunctionOptions.builder().vpc(new Vpc(synth.stack, "Vpc")).build()));

    assertThat(variables().path("DD_USE_VPC").asText()).isEqualTo("true");
    assertThat(synth.only(FUNCTION).at("/VpcConfig/SubnetIds")).isNotEmpty();
    assertThat(roleOf("Role of the forwarder").path("ManagedPolicyArns").toString())
        .contains("AWSLambdaENIManagementAccess");
  }

  @Test
  void snapStart_asGiven_isReachedThroughAnAlias() {
    Forwarder forwarder =
        synth.forwarder(
            Synth.props()
                .function(
                    FunctionOptions.builder()
                        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                        .retryAttempts(0)
                        .build()));
    forwarder.subscribe(new LogGroup(synth.stack, "Orders"));

    assertThat(synth.only(FUNCTION).at("/SnapStart/ApplyOn").asText())
        .isEqualTo("PublishedVersions");
    assertThat(synth.only("AWS::Lambda::Alias").path("Name").asText()).isEqualTo("live");
    assertThat(synth.only("AWS::Logs::SubscriptionFilter").at("/DestinationArn/Ref").asText())
        .startsWith("ForwarderLive");
    assertThat(synth.only("AWS::Lambda::Permission").at("/FunctionName/Ref").asText())
        .startsWith("ForwarderLive");
    assertThat(synth.all("AWS::Lambda::EventInvokeConfig")).hasSize(2);
  }

  @Test
  void boundaryAndPath_asGiven_areOnEveryRole() {
    synth.forwarder(
        Synth.props()
            .rolePath("/observability/")
            .permissionsBoundary(ManagedPolicy.fromAwsManagedPolicyName("PowerUserAccess")));

    assertThat(synth.all("AWS::IAM::Role"))
        .hasSize(2)
        .allSatisfy(
            role -> {
              assertThat(role.at("/Properties/Path").asText()).isEqualTo("/observability/");
              assertThat(role.at("/Properties/PermissionsBoundary").toString())
                  .contains("PowerUserAccess");
            });
  }

  @Test
  void role_ofTheUser_isUsedAndGranted() {
    synth.forwarder(
        Synth.props()
            .failedEvents(FailedEvents.notKept())
            .function(
                FunctionOptions.builder()
                    .role(
                        Role.fromRoleArn(
                            synth.stack, "Mine", "arn:aws:iam::123456789012:role/mine"))
                    .build()));

    assertThat(synth.all("AWS::IAM::Role")).isEmpty();
    assertThat(synth.only("AWS::IAM::Policy").at("/Roles/0").asText()).isEqualTo("mine");
  }

  @Test
  void logGroup_ofTheUser_isUsed() {
    synth.forwarder(
        Synth.props()
            .function(
                FunctionOptions.builder().logGroup(new LogGroup(synth.stack, "Mine")).build()));

    assertThat(synth.only(FUNCTION).at("/LoggingConfig/LogGroup/Ref").asText()).startsWith("Mine");
    assertThat(synth.statement("WriteOwnLogs").at("/Resource/Fn::GetAtt/0").asText())
        .startsWith("Mine");
  }

  @Test
  void logRetention_asGiven_isThatOfItsOwnLog() {
    synth.forwarder(Synth.props().logRetention(RetentionDays.ONE_WEEK));

    assertThat(synth.only("AWS::Logs::LogGroup").path("RetentionInDays").asInt()).isEqualTo(7);
  }

  @Test
  void additionalTargets_asGiven_areNamedAndInvocable() {
    String arn = "arn:aws:lambda:eu-west-1:123456789012:function:other";
    synth.forwarder(
        Synth.props()
            .additionalTargets(List.of(Function.fromFunctionArn(synth.stack, "Other", arn))));

    assertThat(variables().path("DD_ADDITIONAL_TARGET_LAMBDAS").asText()).isEqualTo(arn);
    assertThat(synth.statements().toString()).contains("\"" + arn + "\"");
  }

  @Test
  void properties_withMistakes_areReportedTogetherWithThePath() {
    ForwarderProps props =
        ForwarderProps.builder()
            .site("https://app.datadoghq.eu")
            .runtime(Runtime.PYTHON_3_13)
            .rolePath("ops")
            .delivery(Delivery.builder().compressionLevel(20).build())
            .failedEvents(FailedEvents.inNewQueue().keepDays(30).build())
            .build();

    assertThatThrownBy(() -> new Forwarder(synth.stack, "Forwarder", props))
        .hasMessageStartingWith("Stack/Forwarder: ")
        .hasMessageContainingAll(
            "apiKey is missing",
            "DD_SITE must be a host name",
            "DD_COMPRESSION_LEVEL must be a number from 0 to 9, with zstd to 19",
            "runtime must be",
            "rolePath must",
            "at most 14 days");
  }

  @Test
  void apiKey_forACollectorAlone_isNotNeeded() {
    synth.forwarder(
        ForwarderProps.builder()
            .code(Code.fromAsset(Synth.zip().toString()))
            .delivery(
                Delivery.builder().toDatadog(false).collectorUrl("http://collector:4318").build()));

    assertThat(variables().path("SLEDDOG_DATADOG").asText()).isEqualTo("false");
    assertThat(variables().toString()).doesNotContain("DD_API_KEY");
    assertThat(synth.statements().toString()).doesNotContain("ReadApiKey");
  }

  @Test
  void delivery_toNobody_isRefused() {
    ForwarderProps props =
        ForwarderProps.builder().delivery(Delivery.builder().toDatadog(false).build()).build();

    assertThatThrownBy(() -> new Forwarder(synth.stack, "Forwarder", props))
        .hasMessageContaining("toDatadog(false) needs a collectorUrl")
        .message()
        .doesNotContain("apiKey");
  }

  @Test
  void site_notKnown_isTakenWithAWarning() {
    synth.forwarder(Synth.props().site("new1.datadoghq.com"));

    assertThat(variables().path("DD_SITE").asText()).isEqualTo("new1.datadoghq.com");
    Annotations.fromStack(synth.stack)
        .hasWarning(
            "/Stack/Forwarder", Match.stringLikeRegexp(".*new1.datadoghq.com.*sleddog:site.*"));
  }

  private JsonNode variables() {
    return synth.only(FUNCTION).at("/Environment/Variables");
  }

  private JsonNode roleOf(String description) {
    return synth.all("AWS::IAM::Role").stream()
        .map(role -> role.path("Properties"))
        .filter(role -> role.path("Description").asText().startsWith(description))
        .findFirst()
        .orElseThrow();
  }
}
