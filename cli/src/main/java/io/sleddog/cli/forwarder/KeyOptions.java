package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.Service;
import io.sleddog.cli.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the API key is. The key itself never stands on a command line. */
final class KeyOptions {
  static final String PLAIN = "DdApiKey";
  static final String SECRET = "DdApiKeySecretArn";
  static final String PARAMETER = "DdApiKeySsmParameterName";

  private static final String KEY = "[0-9a-fA-F]{32}";

  @Option(
      names = "--api-key-secret",
      order = 10,
      paramLabel = "SECRET",
      description = "The secret whose text is the API key: its ARN, or its name.")
  private @Nullable String secret;

  @Option(
      names = "--api-key-parameter",
      order = 11,
      paramLabel = "NAME",
      description = "The encrypted parameter of Systems Manager that holds it instead.")
  private @Nullable String parameter;

  @Option(
      names = "--api-key-env",
      order = 12,
      paramLabel = "VARIABLE",
      arity = "0..1",
      fallbackValue = "DD_API_KEY",
      description =
          "The variable of this shell that holds it (DD_API_KEY by default); it goes into a new"
              + " secret.")
  private @Nullable String variable;

  /**
   * The template's parameters for the key: none if the user says nothing. The one chosen puts the
   * others out of force.
   *
   * @param environment the shell's variables
   * @param secrets looks a name up
   */
  Map<String, String> parameters(Map<String, String> environment, Service secrets) {
    long given = Stream.of(secret, parameter, variable).filter(it -> it != null).count();
    if (given > 1) {
      throw Problem.usage(
          "two-keys",
          "--api-key-secret, --api-key-parameter and --api-key-env exclude each other",
          "Give one of them");
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (given == 1) {
      values.put(PLAIN, variable == null ? "" : key(environment, variable));
      values.put(SECRET, secret == null ? "" : arn(secret, secrets));
      values.put(PARAMETER, parameter == null ? "" : parameter);
    }
    return values;
  }

  private static String key(Map<String, String> environment, String variable) {
    String key = environment.getOrDefault(variable, "").strip();
    if (!key.matches(KEY)) {
      throw Problem.usage(
          "key-malformed",
          key.isEmpty()
              ? "The variable " + variable + " is not set"
              : "What " + variable + " holds is no API key: it has " + key.length() + " characters",
          "An API key has 32 hexadecimal digits; or name a secret with --api-key-secret");
    }
    return key;
  }

  private static String arn(String secret, Service secrets) {
    return secret.startsWith("arn:")
        ? secret
        : secrets.call("DescribeSecret", Map.of("SecretId", secret)).path("ARN").asText();
  }
}
