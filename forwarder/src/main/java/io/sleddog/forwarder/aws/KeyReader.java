package io.sleddog.forwarder.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.config.ApiKeySettings;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the API key from Secrets Manager, Systems Manager or KMS. */
public final class KeyReader implements KeySource {
  private static final int ARN_PARTS = 6;

  private final ApiKeySettings settings;
  private final AwsClient aws;
  private final String functionName;

  /**
   * A reader of the place that the settings name.
   *
   * @param functionName part of what KMS may have encrypted the key with
   */
  public KeyReader(ApiKeySettings settings, AwsClient aws, String functionName) {
    this.settings = settings;
    this.aws = aws;
    this.functionName = functionName;
  }

  @Override
  public Secret read(Deadline deadline) throws IOException {
    String key;
    try {
      key = key(deadline);
    } catch (JacksonException e) {
      throw new AwsException(settings.place().variable() + " leads to an answer that is no JSON");
    }
    if (key.isBlank()) {
      throw new AwsException(settings.place().variable() + " leads to no API key");
    }
    Secret secret = new Secret(key.strip());
    if (!secret.fitsIntoAHeader()) {
      throw new AwsException(settings.place().variable() + " leads to a text that is no API key");
    }
    return secret;
  }

  private String key(Deadline deadline) throws IOException {
    return switch (settings.place()) {
      case SECRETS_MANAGER -> secret(deadline);
      case SSM -> parameter(deadline);
      case KMS -> decrypted(deadline);
      case ENVIRONMENT -> settings.plain().reveal();
    };
  }

  private String secret(Deadline deadline) throws IOException {
    String parameters = object("SecretId", settings.name());
    byte[] answer = aws.call(AwsAction.GET_SECRET, region(), parameters, deadline);
    String text = field(answer, "SecretString");
    if (!text.strip().startsWith("{")) {
      return text;
    }
    try {
      return field(text.getBytes(StandardCharsets.UTF_8), "DD_API_KEY");
    } catch (JacksonException e) {
      return text;
    }
  }

  private String parameter(Deadline deadline) throws IOException {
    String name = new ByteWriter(64).string(settings.name()).utf8();
    String parameters = "{\"Name\":" + name + ",\"WithDecryption\":true}";
    return field(aws.call(AwsAction.GET_PARAMETER, region(), parameters, deadline), "Value");
  }

  /** Keys that were encrypted in Lambda's console belong to a context that names the function. */
  private String decrypted(Deadline deadline) throws IOException {
    String blob = "{\"CiphertextBlob\":" + new ByteWriter(64).string(settings.name()).utf8();
    String context = ",\"EncryptionContext\":" + object("LambdaFunctionName", functionName);
    byte[] answer;
    try {
      answer = aws.call(AwsAction.DECRYPT, "", blob + "}", deadline);
    } catch (AwsException e) {
      if (!e.code().contains("InvalidCiphertext")) {
        throw e;
      }
      answer = aws.call(AwsAction.DECRYPT, "", blob + context + "}", deadline);
    }
    byte[] plain = Base64.getDecoder().decode(field(answer, "Plaintext"));
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** The region in an ARN, as a secret may be in another one than the function. */
  private String region() {
    String[] parts = settings.name().split(":", -1);
    return parts.length >= ARN_PARTS && parts[0].equals("arn") ? parts[3] : "";
  }

  private static String object(String name, String value) {
    return new ByteWriter(64).text("{").string(name).text(":").string(value).text("}").utf8();
  }

  /** The first text with this name, at any depth. */
  private static String field(byte[] json, String wanted) throws IOException {
    try (JsonParser parser = Json.parser(json, 0, json.length)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        if (token == JsonToken.VALUE_STRING && wanted.equals(parser.currentName())) {
          return parser.getText();
        }
      }
      return "";
    }
  }
}
