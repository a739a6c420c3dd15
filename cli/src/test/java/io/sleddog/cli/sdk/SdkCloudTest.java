package io.sleddog.cli.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.replay.LambdaSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The real SDK before a Lambda API on loopback. */
class SdkCloudTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:Forwarder";

  private final InvokeEndpoint lambda;
  private final Path folder;
  private final Map<String, String> before = new HashMap<>();

  SdkCloudTest(@TempDir Path folder) throws IOException {
    this.lambda = new InvokeEndpoint();
    this.folder = folder;
  }

  @BeforeEach
  void pointTheSdkHere() throws IOException {
    Path profiles = folder.resolve("config");
    Files.writeString(
        profiles,
        """
        [profile there]
        region = us-gov-west-1
        aws_access_key_id = a
        aws_secret_access_key = b
        [profile empty]
        output = json
        """);
    set("aws.endpointUrl", lambda.address().toString());
    set("aws.accessKeyId", "key");
    set("aws.secretAccessKey", "secret");
    set("aws.configFile", profiles.toString());
    set("aws.sharedCredentialsFile", folder.resolve("none").toString());
  }

  private void set(String property, String value) {
    String old = System.setProperty(property, value);
    if (!before.containsKey(property)) {
      before.put(property, old);
    }
  }

  @AfterEach
  void putBack() {
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
    lambda.close();
  }

  @Test
  void invoke_givesWhatTheFunctionAnswers() {
    lambda.answers("{\"a\":\"\u00e9\"}");

    JsonNode answer = invoke("{\"retry\": true}");
    assertThat(answer.path("Payload").asText()).isEqualTo("{\"a\":\"\u00e9\"}");
    assertThat(answer.path("StatusCode").asInt()).isEqualTo(200);
    assertThat(answer.has("FunctionError")).isFalse();
    assertThat(lambda.events()).containsExactly("{\"retry\": true}");
    assertThat(lambda.paths().get(0))
        .startsWith("POST /2015-03-31/functions/")
        .endsWith("/invocations");
  }

  @Test
  void invoke_functionFails_isAnAnswerWithItsError() {
    lambda.failsWith("Unhandled", "{\"errorMessage\":\"no key\"}");

    JsonNode answer = invoke("{}");
    assertThat(answer.path("FunctionError").asText()).isEqualTo("Unhandled");
    assertThat(new LambdaSink(service(), ARN).send("{}")).contains("{\"errorMessage\":\"no key\"}");
  }

  @Test
  void invoke_isThrottled_isRepeatedUntilItIsTaken() {
    lambda.throttles(2);

    assertThat(new LambdaSink(service(), ARN).send("{}")).isEmpty();
    assertThat(lambda.paths()).hasSize(3);
  }

  @Test
  void invoke_isDenied_isAFailureThatNamesTheRight() {
    lambda.refusesWith(
        403,
        "{\"Message\":\"User: me is not authorized to perform: lambda:InvokeFunction on resource: "
            + ARN
            + "\"}");

    assertThatThrownBy(() -> invoke("{}"))
        .isInstanceOfSatisfying(
            AwsFailure.class,
            it -> {
              assertThat(it.isDenied()).isTrue();
              assertThat(it.action()).isEqualTo("lambda:Invoke");
              assertThat(it.missingStatement().orElse("")).contains("lambda:InvokeFunction", ARN);
            });
    assertThatThrownBy(() -> new LambdaSink(service(), ARN).send("{}"))
        .isInstanceOf(AwsFailure.class);
  }

  @Test
  void call_nobodyThere_isUnreached() {
    lambda.close();

    assertThatThrownBy(() -> service().call("GetFunction", Map.of("FunctionName", "orders")))
        .isInstanceOfSatisfying(
            AwsFailure.class, it -> assertThat(it.code()).isEqualTo(AwsFailure.UNREACHED));
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void service_ofEachName_isOpenedOnce(ServiceName name) {
    var cloud = SdkCloud.of(Optional.empty());

    assertThat(cloud.service(name, "eu-west-1")).isSameAs(cloud.service(name, "eu-west-1"));
    assertThat(cloud.service(name, "eu-west-1")).isNotSameAs(cloud.service(name, "us-east-1"));
  }

  @Test
  void region_ofAProfile_isItsOwn() {
    assertThat(SdkCloud.of(Optional.of("there")).region()).contains("us-gov-west-1");
  }

  @ParameterizedTest
  @CsvSource({"nope", "empty"})
  void profileWithoutCredentials_isToldInOneLine(String profile) {
    assertThatThrownBy(() -> SdkCloud.of(Optional.of(profile)))
        .isInstanceOfSatisfying(
            Problem.class,
            it -> {
              assertThat(it.status()).isEqualTo(ExitStatus.CREDENTIALS);
              assertThat(it.message())
                  .startsWith("The profile " + profile + " gives no AWS credentials: ")
                  .doesNotContain("ProfileFile(", "Provider(")
                  .hasLineCount(1);
              assertThat(it.remedy()).contains("aws sso login");
            });
  }

  /** The profile in use is told by its name even if nobody gave it here. */
  @ParameterizedTest
  @CsvSource({
    "empty,The profile empty gives no AWS credentials: ",
    "gone,'There is no profile gone, which AWS_PROFILE names'",
    "default,There are no AWS credentials in the environment",
    "there,There are no AWS credentials in the environment",
  })
  void profileInUse_withoutCredentials_isTold(String name, String message) {
    set("aws.profile", name);

    Problem problem = SdkCloud.missing(Optional.empty(), new IllegalStateException("none"));

    assertThat(problem.message()).startsWith(message).doesNotContain("Provider(");
    assertThat(problem.status()).isEqualTo(ExitStatus.CREDENTIALS);
  }

  /** What is no throttling is not worth long waiting. */
  @Test
  void call_faultThatStays_isToldAfterThreeTries() {
    lambda.refusesWith(500, "{\"message\":\"boom\"}");

    assertThatThrownBy(() -> invoke("{}")).isInstanceOf(AwsFailure.class);
    assertThat(lambda.paths()).hasSize(3);
  }

  @Test
  void call_hostNotKnown_isToldByItsName() {
    set("aws.endpointUrl", "http://nobody.invalid");

    assertThatThrownBy(() -> service().call("GetFunction", Map.of("FunctionName", "orders")))
        .isInstanceOf(AwsFailure.class)
        .hasMessageContaining("nobody.invalid");
  }

  @Test
  void invoke_givesTheIdOfTheInvocation() {
    lambda.answers("null");
    assertThat(invoke("{}").has("RequestId")).isFalse();
    lambda.names("id-1");
    assertThat(invoke("{}").path("RequestId").asText()).isEqualTo("id-1");
  }

  private Service service() {
    return SdkCloud.of(Optional.empty()).service(ServiceName.LAMBDA, "eu-west-1");
  }

  private JsonNode invoke(String event) {
    return service().call("Invoke", Map.of("FunctionName", ARN, "Payload", event));
  }
}
