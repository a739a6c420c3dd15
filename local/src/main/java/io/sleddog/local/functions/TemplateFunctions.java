package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.UserProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one template. Code is where SAM's {@code CodeUri} or CDK's asset metadata says;
 * a variable whose value is only known after deployment is left out.
 */
final class TemplateFunctions {
  private static final String ASSET = "aws:asset:path";

  private final JsonNode template;
  private final TemplateValues values;
  private final Path folder;

  TemplateFunctions(JsonNode template, Path folder) {
    this.template = template;
    this.values = new TemplateValues(template);
    this.folder = folder;
  }

  List<FunctionSpec> functions() {
    List<FunctionSpec> functions = new ArrayList<>();
    JsonNode resources = template.path("Resources");
    resources
        .fieldNames()
        .forEachRemaining(
            id -> {
              JsonNode resource = resources.path(id);
              if (isFunction(resource)
                  && values.exists(resource)
                  && text(resource, "Runtime", "").startsWith("java")) {
                functions.add(function(id, resource));
              }
            });
    return functions;
  }

  private static boolean isFunction(JsonNode resource) {
    String type = resource.path("Type").asText();
    return type.equals("AWS::Lambda::Function") || type.equals("AWS::Serverless::Function");
  }

  private FunctionSpec function(String id, JsonNode resource) {
    Path code = location(resource, "CodeUri", "Code");
    if (code == null) {
      throw new UserProblem(
          "The function " + id + " has no code on this machine.",
          "Run cdk synth or sam build first, or give the code itself with --handler.");
    }
    FunctionSpec spec =
        FunctionSpec.of(values.name(id).orElse(id), text(resource, "Handler", ""), code);
    return spec.withLimits(
            number(resource, "MemorySize", spec.memoryMb()),
            Duration.ofSeconds(number(resource, "Timeout", (int) spec.timeout().toSeconds())))
        .withEnvironment(environment(resource))
        .withLayers(layers(resource));
  }

  private @Nullable Path location(JsonNode resource, String... names) {
    JsonNode asset = resource.path("Metadata").path(ASSET);
    if (asset.isTextual()) {
      return folder.resolve(asset.asText());
    }
    for (String name : names) {
      JsonNode path = property(resource, name);
      if (path.isTextual() && !path.asText().startsWith("s3://")) {
        return folder.resolve(path.asText());
      }
    }
    return null;
  }

  private Map<String, String> environment(JsonNode resource) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (JsonNode source : List.of(globals(), resource.path("Properties"))) {
      JsonNode named = source.path("Environment").path("Variables");
      named
          .fieldNames()
          .forEachRemaining(
              name -> {
                values.text(named.path(name)).ifPresent(text -> variables.put(name, text));
              });
    }
    return variables;
  }

  /**
   * Layers that the same template describes; one from elsewhere is an ARN, which has no files here.
   */
  private List<Path> layers(JsonNode resource) {
    List<Path> layers = new ArrayList<>();
    for (JsonNode layer : property(resource, "Layers")) {
      JsonNode described = template.path("Resources").path(layer.path("Ref").asText());
      Path files = location(described, "ContentUri", "Content");
      if (files != null) {
        layers.add(files);
      }
    }
    return layers;
  }

  private String text(JsonNode resource, String name, String otherwise) {
    return values.text(property(resource, name)).orElse(otherwise);
  }

  private int number(JsonNode resource, String name, int otherwise) {
    return values
        .text(property(resource, name))
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private JsonNode property(JsonNode resource, String name) {
    JsonNode own = resource.path("Properties").path(name);
    return own.isMissingNode() ? globals().path(name) : own;
  }

  private JsonNode globals() {
    JsonNode globals = template.path("Globals").path("Function");
    return globals.isObject() ? globals : Json.object();
  }
}
