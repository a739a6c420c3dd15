package io.sleddog.forwarder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Emulator;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys in the real places of an emulator. */
@UsesAwsEmulator
class KeyPlacesIT {
  private static final String FUNCTION = "forwarder";

  private final String name = "key-" + UUID.randomUUID();
  private final Emulator emulator;

  KeyPlacesIT(AwsEmulator aws) {
    this.emulator = new Emulator(aws);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "{\"DD_API_KEY\":\"%s\",\"other\":\"1\"}", "%s\n"})
  void secret_isFoundByItsArn(String form) throws Exception {
    String arn = secret(form.formatted(RecordingIntake.KEY));

    assertThat(read("DD_API_KEY_SECRET_ARN", arn)).isEqualTo(RecordingIntake.KEY);
  }

  @Test
  void secret_changed_isReadAnew() throws Exception {
    String arn = secret("0".repeat(32));
    KeyReader reader = reader("DD_API_KEY_SECRET_ARN", arn);
    assertThat(reader.read(soon()).reveal()).isEqualTo("0".repeat(32));

    emulator.call(
        "secretsmanager",
        "secretsmanager.PutSecretValue",
        json()
            .put("SecretId", arn)
            .put("SecretString", RecordingIntake.KEY)
            .put("ClientRequestToken", UUID.randomUUID().toString())
            .toString());

    assertThat(reader.read(soon()).reveal()).isEqualTo(RecordingIntake.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "SecureString"})
  void parameter_isFoundAndDecrypted(String type) throws Exception {
    emulator.call(
        "ssm",
        "AmazonSSM.PutParameter",
        json()
            .put("Name", "/datadog/" + name)
            .put("Type", type)
            .put("Value", RecordingIntake.KEY)
            .toString());

    assertThat(read("DD_API_KEY_SSM_NAME", "/datadog/" + name)).isEqualTo(RecordingIntake.KEY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void encryptedKey_isDecryptedWithAndWithoutTheFunctionsContext(boolean context) throws Exception {
    String id =
        emulator.call("kms", "TrentService.CreateKey", "{}").at("/KeyMetadata/KeyId").asText();
    byte[] plain = RecordingIntake.KEY.getBytes(StandardCharsets.UTF_8);
    var request = json().put("KeyId", id);
    request.put("Plaintext", Base64.getEncoder().encodeToString(plain));
    if (context) {
      request.putObject("EncryptionContext").put("LambdaFunctionName", FUNCTION);
    }
    JsonNode encrypted = emulator.call("kms", "TrentService.Encrypt", request.toString());

    assertThat(read("DD_KMS_API_KEY", encrypted.get("CiphertextBlob").asText()))
        .isEqualTo(RecordingIntake.KEY);
  }

  @Test
  void nothingThere_isToldWithAwssOwnWords() {
    assertThatThrownBy(() -> read("DD_API_KEY_SSM_NAME", "/datadog/" + name))
        .hasMessageContaining("ParameterNotFound");
    assertThatThrownBy(() -> read("DD_API_KEY_SECRET_ARN", name))
        .hasMessageContaining("ResourceNotFoundException");
  }

  private String secret(String text) throws IOException, InterruptedException {
    String request =
        json()
            .put("Name", name)
            .put("SecretString", text)
            .put("ClientRequestToken", UUID.randomUUID().toString())
            .toString();
    return emulator
        .call("secretsmanager", "secretsmanager.CreateSecret", request)
        .get("ARN")
        .asText();
  }

  private String read(String variable, String value) throws IOException {
    return reader(variable, value).read(soon()).reveal();
  }

  private KeyReader reader(String variable, String value) {
    Map<String, String> environment = new HashMap<>(emulator.environment());
    environment.put(variable, value);
    ForwarderConfig config = ForwarderConfig.from(environment);
    UrlConnectionTransport transport = new UrlConnectionTransport(config.network());
    AwsClient aws = new AwsClient(config.aws(), transport, Clock.systemUTC(), Pause.REAL);
    return new KeyReader(config.apiKey(), aws, FUNCTION);
  }

  private static ObjectNode json() {
    return Events.MAPPER.createObjectNode();
  }

  private static Deadline soon() {
    return Deadline.in(20_000, System::nanoTime);
  }
}
