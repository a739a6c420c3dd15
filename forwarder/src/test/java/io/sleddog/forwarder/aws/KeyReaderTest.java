package io.sleddog.forwarder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.FakeTransport;
import io.sleddog.forwarder.http.HttpRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReaderTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final FakeTransport transport = new FakeTransport();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"SecretString\":\"" + KEY + "\"}",
        "{\"Name\":\"x\",\"SecretString\":\" " + KEY + "\\n\"}",
        "{\"SecretString\":\"{\\\"DD_API_KEY\\\":\\\"" + KEY + "\\\"}\"}"
      })
  void read_secret_isTextOrJson(String answer) throws IOException {
    transport.answer(200, answer);

    assertThat(read("DD_API_KEY_SECRET_ARN", "my-secret")).isEqualTo(KEY);
  }

  @Test
  void read_secretOfAnotherRegion_asksThere() throws IOException {
    transport.answer(200, "{\"SecretString\":\"" + KEY + "\"}");

    read("DD_API_KEY_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:dd");

    HttpRequest request = transport.requests().get(0);
    assertThat(request.url()).isEqualTo("https://secretsmanager.eu-west-1.amazonaws.com/");
    assertThat(request.headers().get("Authorization")).contains("/eu-west-1/secretsmanager/");
    assertThat(request.headers()).containsEntry("x-amz-target", "secretsmanager.GetSecretValue");
    assertThat(request.body().text())
        .isEqualTo("{\"SecretId\":\"arn:aws:secretsmanager:eu-west-1:123456789012:secret:dd\"}");
  }

  @Test
  void read_parameter_isDecrypted() throws IOException {
    transport.answer(200, "{\"Parameter\":{\"Name\":\"n\",\"Value\":\"" + KEY + "\"}}");

    assertThat(read("DD_API_KEY_SSM_NAME", "/dd/key")).isEqualTo(KEY);
    assertThat(transport.requests().get(0).body().text())
        .isEqualTo("{\"Name\":\"/dd/key\",\"WithDecryption\":true}");
  }

  @Test
  void read_keyEncryptedInTheConsole_isTriedWithTheFunctionsName() throws IOException {
    transport
        .answer(400, "{\"__type\":\"InvalidCiphertextException\"}")
        .answer(200, "{\"Plaintext\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\"}");

    assertThat(read("DD_KMS_API_KEY", "AQID")).isEqualTo(KEY);
    assertThat(transport.requests().get(1).body().text())
        .isEqualTo(
            "{\"CiphertextBlob\":\"AQID\",\"EncryptionContext\":{\"LambdaFunctionName\":\"fn\"}}");
  }

  @Test
  void read_serviceRefuses_saysWhichAndWhy() {
    transport.answer(400, "{\"__type\":\"com.amazonaws#AccessDeniedException\",\"Message\":\"x\"}");

    assertThatThrownBy(() -> read("DD_API_KEY_SECRET_ARN", "my-secret"))
        .isInstanceOf(AwsException.class)
        .hasMessage("secretsmanager: status 400, AccessDeniedException");
  }

  @Test
  void read_serviceIsBusy_triesAgain() throws IOException {
    transport
        .answer(500, "")
        .answer(400, "{\"__type\":\"ThrottlingException\"}")
        .answer(200, "{\"SecretString\":\"" + KEY + "\"}");

    assertThat(read("DD_API_KEY_SECRET_ARN", "my-secret")).isEqualTo(KEY);
  }

  @Test
  void read_emptySecret_saysWhichVariable() {
    transport.answer(200, "{\"SecretString\":\"{\\\"OTHER\\\":\\\"x\\\"}\"}");

    assertThatThrownBy(() -> read("DD_API_KEY_SECRET_ARN", "my-secret"))
        .hasMessage("DD_API_KEY_SECRET_ARN leads to no API key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "horseradish",
        "{\"SecretString\":horseradish}",
        "{\"SecretString\":\"horse\\u0000radish\"}",
        "{\"SecretString\":\"horse\\nradish\"}",
        "{\"SecretString\":\"{\\\"DD_API_KEY\\\":\\\"horse radish\\\"}\"}"
      })
  void read_answerThatHoldsNoKey_isNotShown(String answer) {
    transport.answer(200, answer);

    assertThatThrownBy(() -> reader("DD_API_KEY_SECRET_ARN", "s").read(Deadlines.far()))
        .isInstanceOf(AwsException.class)
        .hasMessageStartingWith("DD_API_KEY_SECRET_ARN leads to ")
        .hasMessageNotContaining("radish")
        .hasNoCause();
  }

  @Test
  void renewed_keyWasReplaced_isReadOnce() throws IOException {
    transport.answer(200, "{\"SecretString\":\"old\"}").answer(200, "{\"SecretString\":\"new\"}");
    ApiKey key = new ApiKey(reader("DD_API_KEY_SECRET_ARN", "my-secret"));
    Secret old = key.get(Deadlines.far());

    assertThat(key.renewed(old, Deadlines.far()).reveal()).isEqualTo("new");
    assertThat(key.renewed(old, Deadlines.far()).reveal()).isEqualTo("new");
    assertThat(key.get(Deadlines.far()).reveal()).isEqualTo("new");
    assertThat(transport.requests()).hasSize(2);
  }

  @Test
  void read_snapStart_signsWithKeysFromTheRuntime() throws IOException {
    transport
        .answer(200, "{\"AccessKeyId\":\"ASIA\",\"SecretAccessKey\":\"s\",\"Token\":\"t\"}")
        .answer(200, "{\"SecretString\":\"" + KEY + "\"}");
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY_SECRET_ARN", "my-secret");
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/creds");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");

    assertThat(reader(environment).read(Deadlines.far()).reveal()).isEqualTo(KEY);
    assertThat(transport.requests().get(0).headers()).containsEntry("Authorization", "token");
    assertThat(transport.requests().get(1).headers())
        .containsEntry("x-amz-security-token", "t")
        .hasEntrySatisfying("Authorization", text -> assertThat(text).contains("=ASIA/"));
  }

  private String read(String variable, String value) throws IOException {
    return reader(variable, value).read(Deadlines.far()).reveal();
  }

  private KeyReader reader(String variable, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put(variable, value);
    environment.put("AWS_ACCESS_KEY_ID", "AKID");
    environment.put("AWS_SECRET_ACCESS_KEY", "secret");
    return reader(environment);
  }

  private KeyReader reader(Map<String, String> environment) {
    environment.put("AWS_REGION", "us-east-1");
    ForwarderConfig config = ForwarderConfig.from(environment);
    AwsClient aws = new AwsClient(config.aws(), transport, Clock.systemUTC(), millis -> {});
    return new KeyReader(config.apiKey(), aws, "fn");
  }
}
