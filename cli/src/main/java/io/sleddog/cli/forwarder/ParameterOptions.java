package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that become parameters of the template; picocli calls a method for each. */
@SuppressWarnings("UnusedMethod")
final class ParameterOptions {
  private static final String COUNT = "NUMBER";

  private final Map<String, String> said = new LinkedHashMap<>();

  @Option(
      names = "--param",
      order = 21,
      paramLabel = "NAME=VALUE",
      description = "Any parameter of the template, by its own name; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--params",
      order = 22,
      paramLabel = "FILE",
      description = "A JSON file with parameters: an object, or the list that AWS's tools take.")
  private @Nullable Path file;

  @Option(
      names = "--site",
      order = 13,
      paramLabel = "SITE",
      description = "The Datadog site, such as datadoghq.eu.")
  private void site(String value) {
    said.put("DdSite", value);
  }

  @Option(
      names = "--function-name",
      order = 14,
      paramLabel = "NAME",
      description = "The function's name; a generated one by default.")
  private void functionName(String value) {
    said.put("FunctionName", value);
  }

  @Option(names = "--memory", order = 15, paramLabel = "MB", description = "The function's memory.")
  private void memory(int value) {
    said.put("MemorySize", String.valueOf(value));
  }

  @Option(
      names = "--app-timeout",
      order = 16,
      paramLabel = "SECONDS",
      description = "How long one invocation may take.")
  private void appTimeout(int value) {
    said.put("Timeout", String.valueOf(value));
  }

  @Option(
      names = "--reserved-concurrency",
      order = 17,
      paramLabel = COUNT,
      description = "How many invocations may run at once.")
  private void reservedConcurrency(int value) {
    said.put("ReservedConcurrency", String.valueOf(value));
  }

  @Option(
      names = "--vpc-subnets",
      order = 18,
      paramLabel = "ID,…",
      description = "Run in these private subnets, which need a way out.")
  private void subnets(String value) {
    said.put("DdUseVPC", "true");
    said.put("VPCSubnetIds", value);
  }

  @Option(
      names = "--vpc-security-groups",
      order = 19,
      paramLabel = "ID,…",
      description = "The security groups, with --vpc-subnets.")
  private void securityGroups(String value) {
    said.put("VPCSecurityGroupIds", value);
  }

  @Option(
      names = "--store-failed-events",
      order = 20,
      description = "Keep what Datadog did not take, for forwarder replay.")
  private void storeFailedEvents(boolean value) {
    said.put("DdStoreFailedEvents", String.valueOf(value));
  }

  /**
   * What the user says: the file, over it {@code --param}, over it the other options.
   *
   * @param folder what relative paths start from
   */
  Map<String, String> parameters(Path folder) {
    Map<String, String> all = new LinkedHashMap<>();
    if (file != null) {
      all.putAll(read(folder.resolve(file)));
    }
    all.putAll(parameters);
    all.putAll(said);
    return all;
  }

  private static Map<String, String> read(Path file) {
    try {
      JsonNode root = Json.parse(Files.readString(file));
      Map<String, String> values = new LinkedHashMap<>();
      if (root.isArray()) {
        root.forEach(
            it -> values.put(it.path("ParameterKey").asText(), it.path("ParameterValue").asText()));
      } else {
        root.properties().forEach(it -> values.put(it.getKey(), it.getValue().asText()));
      }
      return values;
    } catch (MalformedJson e) {
      throw unusable(file, String.valueOf(e.getMessage())).because(e);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read").because(e);
    }
  }

  private static Problem unusable(Path file, String why) {
    return Problem.usage(
        "params-unusable",
        "--params " + file + ": " + why,
        "Give a file such as {\"DdSite\": \"datadoghq.eu\", \"MemorySize\": 1024}");
  }
}
