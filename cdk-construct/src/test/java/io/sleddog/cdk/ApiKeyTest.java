package io.sleddog.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cdk.forwarder.ApiKey;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.ssm.SecureStringParameterAttributes;
import software.amazon.awscdk.services.ssm.StringParameter;

@NeedsNode
class ApiKeyTest {
  private final Synth synth = Synth.anywhere();

  @Test
  void fromSecret_withKeyOfItsOwn_grantsReadingAndDecrypting() {
    Secret secret =
        Secret.Builder.create(synth.stack, "Datadog")
            .encryptionKey(new Key(synth.stack, "Key"))
            .build();

    use(ApiKey.fromSecret(secret));

    assertThat(variables().at("/DD_API_KEY_SECRET_ARN/Ref").asText()).startsWith("Datadog");
    assertThat(grants()).contains("secretsmanager:GetSecretValue", "kms:Decrypt");
  }

  @Test
  void fromSecret_ofAnotherStack_makesNoCircle() {
    Stack other = new Stack(synth.app, "Other");
    Secret secret =
        Secret.Builder.create(other, "Datadog").encryptionKey(new Key(other, "Key")).build();

    use(ApiKey.fromSecret(secret));

    assertThat(synth.statement("DecryptApiKey").path("Resource").has("Fn::ImportValue")).isTrue();
  }

  @Test
  void fromSecretArn_complete_grantsThatSecretAlone() {
    use(ApiKey.fromSecretArn(Synth.KEY));

    assertThat(variables().path("DD_API_KEY_SECRET_ARN").asText()).isEqualTo(Synth.KEY);
    assertThat(grants()).contains("\"" + Synth.KEY + "\"");
  }

  @Test
  void fromSecretArn_partial_grantsWithTheRandomPartOpen() {
    use(ApiKey.fromSecretArn("arn:aws:secretsmanager:eu-west-1:123456789012:secret:dd"));

    assertThat(grants()).contains("secret:dd-??????");
  }

  @Test
  void newSecret_fromParameter_keepsTheKeyOutOfTheTemplate() {
    CfnParameter parameter =
        CfnParameter.Builder.create(synth.stack, "DdApiKey").type("String").noEcho(true).build();

    use(ApiKey.newSecret(SecretValue.cfnParameter(parameter)));

    assertThat(synth.only("AWS::SecretsManager::Secret").at("/SecretString/Ref").asText())
        .isEqualTo("DdApiKey");
    assertThat(variables().at("/DD_API_KEY_SECRET_ARN/Ref").asText()).startsWith("Forwarder");
    assertThat(variables().has("DD_API_KEY")).isFalse();
  }

  @Test
  void fromParameter_withKey_grantsReadingAndDecrypting() {
    Key key = new Key(synth.stack, "Key");

    use(
        ApiKey.fromParameter(
            StringParameter.fromSecureStringParameterAttributes(
                synth.stack,
                "Parameter",
                SecureStringParameterAttributes.builder().parameterName("/datadog/key").build()),
            key));

    assertThat(variables().path("DD_API_KEY_SSM_NAME").asText()).isEqualTo("/datadog/key");
    assertThat(synth.statement("ReadApiKey").path("Action").asText()).isEqualTo("ssm:GetParameter");
    assertThat(grants()).contains("kms:Decrypt");
  }

  @Test
  void fromParameterName_withoutSlash_grantsTheParametersArn() {
    use(ApiKey.fromParameterName("datadog-key"));

    assertThat(synth.statement("ReadApiKey").path("Resource").toString())
        .contains("AWS::Partition", "AWS::Region", "AWS::AccountId", ":parameter/datadog-key");
  }

  @Test
  void fromCiphertext_asGiven_grantsDecrypting() {
    use(ApiKey.fromCiphertext("AQICAHg=", new Key(synth.stack, "Key")));

    assertThat(variables().path("DD_KMS_API_KEY").asText()).isEqualTo("AQICAHg=");
    assertThat(grants()).contains("kms:Decrypt");
  }

  @Test
  void plainText_askedForByName_warns() {
    use(ApiKey.plainText("0123456789abcdef0123456789abcdef"));

    assertThat(variables().path("DD_API_KEY").asText()).startsWith("0123");
    Annotations.fromStack(synth.stack)
        .hasWarning("/Stack/Forwarder", Match.stringLikeRegexp(".*sleddog:plainTextKey.*"));
  }

  private void use(ApiKey key) {
    synth.forwarder(Synth.props().apiKey(key));
  }

  private JsonNode variables() {
    return synth.only("AWS::Lambda::Function").at("/Environment/Variables");
  }

  private String grants() {
    return synth.statements().toString();
  }
}
