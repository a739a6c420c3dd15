package io.sleddog.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Service;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.UserProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A function of an AWS account, taken as it is to run on this machine: code, layers, handler,
 * variables and limits. Nothing is changed there.
 */
final class DeployedFunction {
  private static final int LOCAL_TIMEOUT_SECONDS = 30;
  private static final String OWN_HANDLER = "DD_LAMBDA_HANDLER";
  private static final String EXEC_WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  private final Service lambda;
  private final Downloads downloads;

  DeployedFunction(Service lambda, Downloads downloads) {
    this.lambda = lambda;
    this.downloads = downloads;
  }

  /**
   * Reads the function and downloads its code.
   *
   * @param name its name or ARN
   * @throws io.sleddog.cli.aws.AwsFailure if AWS refuses
   * @throws UserProblem if it is no Java function of a zip, or its code cannot be downloaded
   */
  FunctionSpec take(String name) {
    JsonNode function = lambda.call("GetFunction", Map.of("FunctionName", name));
    JsonNode described = function.path("Configuration");
    requireJava(name, described);
    String own = described.path("FunctionName").asText(name);
    Path code = downloads.zip(own, function.path("Code").path("Location").asText());
    Map<String, String> variables = variables(described);
    FunctionSpec spec = FunctionSpec.of(own, handler(described, variables), code);
    return spec.withLayers(layers(described))
        .withEnvironment(variables)
        .withLimits(
            described.path("MemorySize").asInt(spec.memoryMb()),
            Duration.ofSeconds(described.path("Timeout").asInt(LOCAL_TIMEOUT_SECONDS)))
        .withLogFormat(format(described));
  }

  private static void requireJava(String name, JsonNode described) {
    if (described.path("PackageType").asText("Zip").equals("Image")) {
      throw new UserProblem(
          "The function " + name + " is a container image.",
          "Give the image's files by --code: a folder with var/task and opt.");
    }
    String runtime = described.path("Runtime").asText();
    if (!runtime.startsWith("java") && !runtime.startsWith("provided")) {
      throw new UserProblem(
          "The function " + name + " runs on " + runtime + ".", "Only Java functions run here.");
    }
  }

  /** Without what only leads to a layer of Datadog's or ours, which comes anew. */
  private static Map<String, String> variables(JsonNode described) {
    Map<String, String> variables = new LinkedHashMap<>();
    described
        .path("Environment")
        .path("Variables")
        .properties()
        .forEach(one -> variables.put(one.getKey(), one.getValue().asText()));
    if (isOurs(variables.getOrDefault(EXEC_WRAPPER, ""))) {
      variables.remove(EXEC_WRAPPER);
    }
    return variables;
  }

  /** The function's own, also behind a redirect. */
  private static String handler(JsonNode described, Map<String, String> variables) {
    String redirected = variables.remove(OWN_HANDLER);
    String configured = described.path("Handler").asText();
    boolean redirect = configured.contains("sleddog") || configured.contains("datadog");
    return redirected != null && redirect ? redirected : configured;
  }

  private List<Path> layers(JsonNode described) {
    List<Path> layers = new ArrayList<>();
    for (JsonNode layer : described.path("Layers")) {
      String arn = layer.path("Arn").asText();
      if (!isOurs(arn)) {
        JsonNode version = lambda.call("GetLayerVersionByArn", Map.of("Arn", arn));
        String name = arn.replaceAll("[^A-Za-z0-9_-]", "-");
        layers.add(downloads.zip(name, version.path("Content").path("Location").asText()));
      }
    }
    return layers;
  }

  private static boolean isOurs(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("sleddog") || lower.contains("datadog") || lower.contains("dd-trace");
  }

  private static LogFormat format(JsonNode described) {
    boolean json = described.path("LoggingConfig").path("LogFormat").asText().equals("JSON");
    return json ? LogFormat.JSON : LogFormat.TEXT;
  }
}
