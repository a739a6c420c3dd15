package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.Service;
import io.sleddog.cli.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The template to deploy. */
final class Template {
  /** CloudFormation takes no longer text. */
  private static final int LONGEST = 51_200;

  private static final String IAM = "CAPABILITY_IAM";

  private final Path file;
  private final String body;
  private final JsonNode summary;

  /**
   * Creates it.
   *
   * @param file where it is
   * @param body its text
   * @param summary what CloudFormation says about it
   */
  Template(Path file, String body, JsonNode summary) {
    this.file = file;
    this.body = body;
    this.summary = summary;
  }

  Path file() {
    return file;
  }

  String body() {
    return body;
  }

  /**
   * Reads the file and has CloudFormation read it.
   *
   * @throws Problem if there is something wrong with it
   */
  static Template read(Path file, Service stacks) {
    String body = text(file);
    JsonNode summary = stacks.call("GetTemplateSummary", Map.of("TemplateBody", body));
    Template template = new Template(file, body, summary);
    if (!template.names().containsAll(List.of(StackPlan.BUCKET, StackPlan.KEY))) {
      throw unusable(file, "it has no parameters " + StackPlan.BUCKET + " and " + StackPlan.KEY);
    }
    return template;
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > LONGEST) {
        throw unusable(file, "it has more than " + LONGEST + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read").because(e);
    }
  }

  private static Problem unusable(Path file, String why) {
    return Problem.usage(
        "template-unusable",
        "The template " + file + ": " + why,
        "Give the forwarder.yaml that belongs to this program");
  }

  /** The names of its parameters. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    summary.path("Parameters").forEach(it -> names.add(it.path("ParameterKey").asText()));
    return names;
  }

  /** Whether the parameter's value must not be shown; the key's never is, whatever AWS says. */
  boolean isSecret(String parameter) {
    if (parameter.equals(KeyOptions.PLAIN)) {
      return true;
    }
    for (JsonNode it : summary.path("Parameters")) {
      if (it.path("ParameterKey").asText().equals(parameter)) {
        return it.path("NoEcho").asBoolean(false);
      }
    }
    return false;
  }

  /** What CloudFormation has to be allowed, since the template makes roles. */
  List<String> capabilities() {
    List<String> capabilities = new ArrayList<>(List.of(IAM));
    summary.path("Capabilities").forEach(it -> capabilities.add(it.asText()));
    return capabilities.stream().distinct().toList();
  }
}
