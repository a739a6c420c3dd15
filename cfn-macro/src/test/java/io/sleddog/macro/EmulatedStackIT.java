package io.sleddog.macro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.s3.S3Client;

/** Stacks at an emulator of AWS: the macro's own, and one of a template that went through it. */
@UsesAwsEmulator(functions = true)
class EmulatedStackIT {
  private static final int CREATION_TRIES = 1_200;
  private static final Path ZIP = Path.of("target/macro.zip");

  private final String forwarderName = "forwarder-" + UUID.randomUUID();
  private final String forwarder =
      "arn:aws:lambda:us-east-1:" + AwsEmulator.ACCOUNT + ":function:" + forwarderName;
  private final String bucket = "code-" + UUID.randomUUID();
  private final String stack = "macro-" + UUID.randomUUID();

  private final AwsEmulator emulator;

  EmulatedStackIT(AwsEmulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void macroTemplate_withItsZip_isCreated() throws Exception {
    uploadZip();

    create(
        stack,
        Files.readString(Path.of("macro.yaml")),
        parameter("CodeBucket", bucket),
        parameter("ForwarderArn", forwarder));

    FunctionConfiguration function = function();
    assertThat(function.handler()).isEqualTo("io.sleddog.macro.MacroHandler::handleRequest");
    assertThat(function.codeSize()).isEqualTo(Files.size(ZIP));
    assertThat(function.environment().variables())
        .containsEntry("SLEDDOG_FORWARDER_ARN", forwarder);
  }

  @Test
  void template_throughTheZip_isCreatedInstrumented(@TempDir Path folder) throws Exception {
    uploadZip();
    createForwarder();
    String layer;
    try (LambdaClient lambda = client(LambdaClient.builder())) {
      layer =
          lambda
              .publishLayerVersion(
                  request ->
                      request
                          .layerName("sleddog")
                          .content(content -> content.s3Bucket(bucket).s3Key("macro.zip")))
              .layerVersionArn();
    }

    create(stack, processed(folder, layer));

    FunctionConfiguration function = function();
    assertThat(function.handler()).isEqualTo("io.sleddog.lambda.LayerHandler::handleRequest");
    assertThat(function.environment().variables())
        .containsEntry("DD_LAMBDA_HANDLER", "com.acme.Orders")
        .containsEntry("DD_SERVICE", "shop");
    assertThat(function.layers()).extracting(Layer::arn).isIn(List.of(), List.of(layer));
  }

  /** The user's template, as the macro's zip answers it under the real runtime. */
  private String processed(Path folder, String layer) throws Exception {
    String event =
        """
        {"requestId": "r-1", "region": "us-east-1", "accountId": "123456789012",
         "params": {"forwarderArn": "%s", "javaLayerArn": "%s", "service": "shop"},
         "fragment": {
          "Outputs": {"FunctionArn": {"Value": {"Fn::GetAtt": ["Orders", "Arn"]}}},
          "Resources": {
           "Orders": {"Type": "AWS::Lambda::Function", "Properties": {
             "Runtime": "java21", "Handler": "com.acme.Orders",
             "Role": {"Fn::GetAtt": ["Role", "Arn"]},
             "Code": {"S3Bucket": "%s", "S3Key": "macro.zip"}}},
           "Role": {"Type": "AWS::IAM::Role", "Properties": {
             "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
               {"Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": {"Service": "lambda.amazonaws.com"}}]}}}}}}
        """
            .formatted(forwarder, layer, bucket);
    try (MacroProcess macro = new MacroProcess(ZIP, folder, Map.of())) {
      JsonNode answer = new ObjectMapper().readTree(macro.answer(event));
      assertThat(answer.get("status").asText()).as(answer.toString()).isEqualTo("success");
      return answer.get("fragment").toString();
    }
  }

  /** Some emulators let logs be subscribed only to a function that is there. */
  private void createForwarder() {
    create(
        forwarderName,
        """
        {"Resources": {
          "Forwarder": {"Type": "AWS::Lambda::Function", "Properties": {
            "FunctionName": "%s", "Runtime": "java21", "Handler": "com.acme.Forwarder",
            "Role": {"Fn::GetAtt": ["Role", "Arn"]},
            "Code": {"S3Bucket": "%s", "S3Key": "macro.zip"}}},
          "Role": {"Type": "AWS::IAM::Role", "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "sts:AssumeRole",
               "Principal": {"Service": "lambda.amazonaws.com"}}]}}}}}
        """
            .formatted(forwarderName, bucket));
  }

  private void uploadZip() {
    try (S3Client s3 = client(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(request -> request.bucket(bucket));
      s3.putObject(request -> request.bucket(bucket).key("macro.zip"), RequestBody.fromFile(ZIP));
    }
  }

  private void create(String name, String template, Parameter... parameters) {
    try (CloudFormationClient stacks = client(CloudFormationClient.builder())) {
      stacks.createStack(
          request ->
              request
                  .stackName(name)
                  .templateBody(template)
                  .parameters(parameters)
                  .capabilities(Capability.CAPABILITY_NAMED_IAM));
      stacks
          .waiter()
          .waitUntilStackCreateComplete(
              request -> request.stackName(name),
              overrides ->
                  overrides
                      .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(100)))
                      .maxAttempts(CREATION_TRIES));
      assertThat(stacks.describeStacks(request -> request.stackName(name)).stacks())
          .extracting(Stack::stackStatus)
          .containsExactly(StackStatus.CREATE_COMPLETE);
    }
  }

  /** The function that the stack's output names. */
  private FunctionConfiguration function() {
    try (CloudFormationClient stacks = client(CloudFormationClient.builder());
        LambdaClient lambda = client(LambdaClient.builder())) {
      String arn =
          stacks.describeStacks(request -> request.stackName(stack)).stacks().stream()
              .flatMap(it -> it.outputs().stream())
              .filter(output -> output.outputKey().equals("FunctionArn"))
              .map(Output::outputValue)
              .findFirst()
              .orElseThrow();
      return lambda.getFunction(request -> request.functionName(arn)).configuration();
    }
  }

  private static Parameter parameter(String key, String text) {
    return Parameter.builder().parameterKey(key).parameterValue(text).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(emulator.endpoint())
        .region(Region.of(AwsEmulator.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(AwsEmulator.ACCOUNT, "test")))
        .build();
  }
}
