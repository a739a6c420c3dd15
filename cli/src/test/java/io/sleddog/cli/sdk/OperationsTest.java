package io.sleddog.cli.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's operations by their names, and what they make of answers and errors. */
class OperationsTest {
  private final List<String> paths = new ArrayList<>();
  private HttpServer aws;
  private int status = 200;
  private String body = "{}";

  @BeforeEach
  void start() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          paths.add(exchange.getRequestURI() + " " + new String(asked, StandardCharsets.UTF_8));
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    aws.start();
  }

  @AfterEach
  void stop() {
    aws.stop(0);
  }

  /** Every operation that the program calls is one of the SDK's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lambda|AddPermission GetFunction GetFunctionConcurrency GetFunctionConfiguration GetPolicy"
            + " Invoke ListAliases ListCodeSigningConfigs ListFunctions"
            + " ListFunctionsByCodeSigningConfig ListLayerVersions PublishVersion TagResource"
            + " UntagResource UpdateAlias UpdateFunctionConfiguration",
        "logs|CreateLogGroup CreateLogStream DeleteLogStream DeleteSubscriptionFilter"
            + " DescribeAccountPolicies DescribeLogGroups DescribeSubscriptionFilters"
            + " FilterLogEvents PutLogEvents PutRetentionPolicy PutSubscriptionFilter"
            + " TestMetricFilter",
        "cloudformation|CreateChangeSet DeleteChangeSet DescribeChangeSet DescribeStackEvents"
            + " DescribeStacks ExecuteChangeSet GetTemplate GetTemplateSummary ListStackResources",
        "s3|CreateBucket GetObject HeadBucket HeadObject ListObjectsV2 PutObject"
            + " PutPublicAccessBlock",
        "tag|GetResources",
        "cloudwatch|GetMetricData",
        "iam|SimulatePrincipalPolicy",
        "sqs|GetQueueAttributes",
        "sts|GetCallerIdentity",
        "secretsmanager|DescribeSecret GetSecretValue",
      })
  void operation_isKnownToTheSdk(String service, String operations) {
    for (String operation : operations.split(" ", 0)) {
      assertThat(all(service).has(operation)).as(operation).isTrue();
      assertThat(all(service).has(operation + "s")).as(operation + "s").isFalse();
    }
  }

  private static Operations<?> all(String service) {
    return switch (service) {
      case "lambda" -> Special.functions();
      case "logs" -> new Operations<>(CloudWatchLogsClient.class);
      case "cloudformation" -> new Operations<>(CloudFormationClient.class);
      case "s3" -> Special.objects();
      case "tag" -> new Operations<>(ResourceGroupsTaggingApiClient.class);
      case "cloudwatch" -> new Operations<>(CloudWatchClient.class);
      case "iam" -> new Operations<>(IamClient.class);
      case "sqs" -> new Operations<>(SqsClient.class);
      case "sts" -> new Operations<>(StsClient.class);
      default -> new Operations<>(SecretsManagerClient.class);
    };
  }

  @Test
  void call_plain_sendsAndReadsTheMembersByTheirNames() {
    body = "{\"FunctionName\":\"orders\",\"MemorySize\":512,\"Layers\":[{\"Arn\":\"a\"}]}";

    JsonNode answer =
        service()
            .call(
                "UpdateFunctionConfiguration",
                Map.of(
                    "FunctionName",
                    "orders",
                    "MemorySize",
                    512,
                    "Layers",
                    List.of("a"),
                    "Environment",
                    Map.of("Variables", Map.of("A", "b"))));
    assertThat(answer.path("MemorySize").asInt()).isEqualTo(512);
    assertThat(answer.at("/Layers/0/Arn").asText()).isEqualTo("a");
    assertThat(answer.has("Timeout")).isFalse();
    assertThat(paths.get(0))
        .contains("/functions/orders/configuration", "\"Variables\":{\"A\":\"b\"}");
  }

  @Test
  void call_invoke_sendsThePayloadAndGivesTheAnswer() {
    body = "null";

    JsonNode answer =
        service().call("Invoke", Map.of("FunctionName", "orders", "Payload", "{\"retry\": true}"));
    assertThat(answer.path("Payload").asText()).isEqualTo("null");
    assertThat(paths.get(0)).endsWith("/functions/orders/invocations {\"retry\": true}");
  }

  @ParameterizedTest
  @CsvSource({
    "404,ResourceNotFoundException,ResourceNotFoundException",
    "400,Something,Something",
    "403,'',HTTP 403",
  })
  void call_refused_isAFailureWithTheCode(int answered, String type, String code) {
    status = answered;
    body = "{\"__type\":\"" + type + "\",\"message\":\"because\"}";

    assertThatThrownBy(() -> service().call("GetFunction", Map.of("FunctionName", "orders")))
        .isInstanceOfSatisfying(
            AwsFailure.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.action()).isEqualTo("lambda:GetFunction");
            });
  }

  @Test
  void call_nobodyAnswers_isUnreached() {
    aws.stop(0);

    assertThatThrownBy(() -> service().call("GetFunction", Map.of("FunctionName", "orders")))
        .isInstanceOfSatisfying(
            AwsFailure.class, it -> assertThat(it.code()).isEqualTo(AwsFailure.UNREACHED));
  }

  @Test
  void call_operationOrMemberIsNone_isOurMistake() {
    assertThatThrownBy(() -> service().call("GetFonction", Map.of()))
        .hasMessageContaining("no such operation: GetFonction");
    assertThatThrownBy(() -> service().call("GetFunction", Map.of("Nom", "x")))
        .hasMessageContaining("no such member: [Nom]");
  }

  private ClientService<LambdaClient> service() {
    LambdaClient client =
        LambdaClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + aws.getAddress().getPort()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(it -> it.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    return new ClientService<>(ServiceName.LAMBDA, client, Special.functions());
  }
}
