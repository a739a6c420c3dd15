package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.json.Yaml;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds functions where they are described for deployment: in a SAM or CloudFormation template, or
 * in the folder that {@code cdk synth} writes. Only functions of a Java runtime count.
 */
public final class Templates {
  private static final String CDK_TEMPLATE = ".template.json";

  private Templates() {}

  /** Whether the path is a template or a CDK folder, and not code itself. */
  public static boolean isTemplate(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isDirectory(path)
        ? Files.exists(path.resolve("manifest.json"))
        : name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /**
   * The ways of messages between the functions.
   *
   * @throws UserProblem if a template cannot be read
   */
  public static List<Route> routes(Path path) {
    List<Route> routes = new ArrayList<>();
    try {
      for (Path file : files(path)) {
        routes.addAll(new TemplateRoutes(parse(file)).routes());
      }
    } catch (IOException e) {
      throw new UserProblem("The template " + path + " cannot be read.", "Correct the path.", e);
    }
    return routes;
  }

  /**
   * The functions, in the order in which they are described.
   *
   * @throws UserProblem if a template cannot be read, or describes no Java function
   */
  public static List<FunctionSpec> functions(Path path) {
    List<FunctionSpec> functions = new ArrayList<>();
    try {
      for (Path file : files(path)) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        functions.addAll(new TemplateFunctions(parse(file), folder).functions());
      }
    } catch (IOException e) {
      throw new UserProblem("The template " + path + " cannot be read.", "Correct the path.", e);
    }
    if (functions.isEmpty()) {
      throw new UserProblem(
          "There is no function of a Java runtime in " + path + ".",
          "Give a SAM template, the folder cdk.out, or the code itself with --handler.");
    }
    return functions;
  }

  private static List<Path> files(Path path) throws IOException {
    return Files.isDirectory(path) ? Folders.files(path, CDK_TEMPLATE) : List.of(path);
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return Yaml.parse(Files.readString(file));
    } catch (MalformedJson e) {
      throw new UserProblem(
          "The template " + file + " is not YAML or JSON: " + e.getMessage(), "Correct it.", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
