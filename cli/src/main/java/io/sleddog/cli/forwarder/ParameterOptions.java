package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.command.SaidOption;
import io.sleddog.cli.command.Site;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that become parameters of the template. */
final class ParameterOptions {
  private static final String SITE = "DdSite";
  private static final String SUBNETS = "VPCSubnetIds";

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.text(13, "--site", "SITE", SITE, "The Datadog site, such as datadoghq.eu."),
          Parameter.text(
              14,
              "--function-name",
              "NAME",
              "FunctionName",
              "The function's name; a generated one by default."),
          Parameter.number(15, "--memory", "MB", "MemorySize", "The function's memory."),
          Parameter.number(
              16, "--app-timeout", "SECONDS", "Timeout", "How long one invocation may take."),
          Parameter.number(
              17,
              "--reserved-concurrency",
              "NUMBER",
              "ReservedConcurrency",
              "How many invocations may run at once."),
          Parameter.text(
              18,
              "--vpc-subnets",
              "ID,…",
              SUBNETS,
              "Run in these private subnets, which need a way out."),
          Parameter.text(
              19,
              "--vpc-security-groups",
              "ID,…",
              "VPCSecurityGroupIds",
              "The security groups, with --vpc-subnets."),
          Parameter.onOff(
              20,
              "--store-failed-events",
              "DdStoreFailedEvents",
              "Keep what Datadog did not take, for forwarder replay."));

  private final Map<String, String> said = new LinkedHashMap<>();

  /** An option, and the template's parameter that it sets. */
  private record Parameter(String name, SaidOption option) {
    static Parameter text(int order, String option, String label, String name, String meaning) {
      return new Parameter(name, new SaidOption(order, option, label, String.class, meaning));
    }

    static Parameter number(int order, String option, String label, String name, String meaning) {
      return new Parameter(name, new SaidOption(order, option, label, Integer.class, meaning));
    }

    static Parameter onOff(int order, String option, String name, String meaning) {
      return new Parameter(
          name, new SaidOption(order, option, "true|false", Boolean.class, meaning));
    }
  }

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

  /** Adds the options to a command that are no fields. */
  void addTo(CommandSpec command) {
    for (Parameter parameter : PARAMETERS) {
      command.addOption(parameter.option().spec(value -> say(parameter.name(), value)));
    }
  }

  private void say(String parameter, String value) {
    if (value.isEmpty()) {
      said.remove(parameter);
    } else {
      said.put(parameter, value);
    }
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
    if (said.containsKey(SITE)) {
      Site.checked(
          said.getOrDefault(SITE, ""), "--site", "or another with --param " + SITE + "=NAME");
    }
    all.putAll(said);
    if (said.containsKey(SUBNETS)) {
      all.put("DdUseVPC", "true");
    }
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
