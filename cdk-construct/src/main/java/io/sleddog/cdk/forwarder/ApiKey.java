package io.sleddog.cdk.forwarder;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.ssm.IParameter;
import software.constructs.Construct;

/**
 * Where the forwarder finds Datadog's API key. It is read at run time, by the function's own role;
 * only {@link #plainText} puts it into the template.
 */
public final class ApiKey {
  private final Function<Construct, KeyAccess> access;

  private ApiKey(Function<Construct, KeyAccess> access) {
    this.access = access;
  }

  /** A secret whose text is the key, or a JSON object with a {@code DD_API_KEY}. */
  public static ApiKey fromSecret(ISecret secret) {
    return new ApiKey(scope -> secretAccess(secret));
  }

  /** The ARN of such a secret, with or without its six random characters at the end. */
  public static ApiKey fromSecretArn(String arn) {
    return new ApiKey(scope -> secretAccess(imported(scope, arn)));
  }

  /**
   * A new secret with this value. A value that stands in the code stands in the template too, so
   * give it as {@link SecretValue#cfnParameter} or {@link SecretValue#secretsManager}.
   */
  public static ApiKey newSecret(SecretValue value) {
    return new ApiKey(
        scope ->
            secretAccess(
                Secret.Builder.create(scope, "ApiKey")
                    .description("Datadog API key of the forwarder")
                    .secretStringValue(value)
                    .build()));
  }

  /** A parameter of Systems Manager, encrypted with the account's own key for parameters. */
  public static ApiKey fromParameter(IParameter parameter) {
    return fromParameter(parameter, null);
  }

  /** A parameter of Systems Manager, encrypted with {@code key}. */
  public static ApiKey fromParameter(IParameter parameter, @Nullable IKey key) {
    return new ApiKey(
        scope -> parameterAccess(parameter.getParameterName(), parameter.getParameterArn(), key));
  }

  /** The name of such a parameter, in the forwarder's own region and account. */
  public static ApiKey fromParameterName(String name) {
    return new ApiKey(scope -> parameterAccess(name, parameterArn(scope, name), null));
  }

  /** The key encrypted with {@code key}, without encryption context, in base64. */
  public static ApiKey fromCiphertext(String base64, IKey key) {
    return new ApiKey(
        scope -> new KeyAccess("DD_KMS_API_KEY", base64, role -> allowDecrypting(role, key)));
  }

  /** The key itself, readable in the template and in the function's configuration. */
  public static ApiKey plainText(String key) {
    return new ApiKey(
        scope -> {
          Annotations.of(scope)
              .addWarningV2(
                  "sleddog:plainTextKey",
                  "The API key stands in the template: keep it in a secret instead");
          return new KeyAccess("DD_API_KEY", key, role -> {});
        });
  }

  KeyAccess accessFrom(Construct scope) {
    return access.apply(scope);
  }

  private static KeyAccess secretAccess(ISecret secret) {
    String fullArn = secret.getSecretFullArn();
    String readable = fullArn == null ? secret.getSecretArn() + "-??????" : fullArn;
    return new KeyAccess(
        "DD_API_KEY_SECRET_ARN",
        secret.getSecretArn(),
        role -> {
          Grants.allow(role, "ReadApiKey", readable, "secretsmanager:GetSecretValue");
          allowDecrypting(role, secret.getEncryptionKey());
        });
  }

  private static ISecret imported(Construct scope, String arn) {
    boolean complete = Token.isUnresolved(arn) || arn.matches(".*-[A-Za-z0-9]{6}");
    return complete
        ? Secret.fromSecretCompleteArn(scope, "ApiKey", arn)
        : Secret.fromSecretPartialArn(scope, "ApiKey", arn);
  }

  private static KeyAccess parameterAccess(String name, String arn, @Nullable IKey key) {
    return new KeyAccess(
        "DD_API_KEY_SSM_NAME",
        name,
        role -> {
          Grants.allow(role, "ReadApiKey", arn, "ssm:GetParameter");
          allowDecrypting(role, key);
        });
  }

  /** In the role's policy, not in the key's, whose stack would then need the role's. */
  private static void allowDecrypting(IGrantable role, @Nullable IKey key) {
    if (key != null) {
      Grants.allow(role, "DecryptApiKey", key.getKeyArn(), "kms:Decrypt");
    }
  }

  private static String parameterArn(Construct scope, String name) {
    String path = name.startsWith("/") ? name : "/" + name;
    Stack stack = Stack.of(scope);
    return String.format(
        "arn:%s:ssm:%s:%s:parameter%s",
        stack.getPartition(), stack.getRegion(), stack.getAccount(), path);
  }
}
