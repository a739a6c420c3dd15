package io.sleddog.cli.subject;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what Lambda tells of a function into what the rules take. */
final class FunctionDescriber {
  private FunctionDescriber() {}

  /**
   * Describes a function, with its own log group of unknown state.
   *
   * @param function the response of {@code GetFunction}
   * @throws Problem if its variables cannot be read, since an update would lose them
   */
  static FunctionState describe(JsonNode function, String region, boolean isSigned) {
    JsonNode configuration = function.path("Configuration");
    String arn = configuration.path("FunctionArn").asText();
    FunctionDescription description =
        FunctionDescription.of(
                arn, text(configuration, "FunctionName"), place(arn), code(configuration, isSigned))
            .withLayers(layers(configuration))
            .withEnvironment(environment(configuration, arn))
            .withTags(tags(function))
            .withLogging(logging(configuration.path("LoggingConfig")));
    JsonNode tracing = configuration.path("TracingConfig").path("Mode");
    if (tracing.isTextual()) {
      description = description.withTracing(Text.of(tracing.asText()));
    }
    String revision = configuration.path("RevisionId").asText("");
    return new FunctionState(
        region,
        configuration,
        revision.isEmpty() ? description : description.withRevisionId(revision));
  }

  private static Place place(String arn) {
    return Arn.tryParse(Text.of(arn))
        .map(Place::of)
        .orElseThrow(() -> new IllegalStateException("Lambda gave no ARN but " + arn));
  }

  private static Code code(JsonNode configuration, boolean isSigned) {
    boolean isImage = configuration.path("PackageType").asText("Zip").equals("Image");
    Code code =
        isImage
            ? Code.image()
            : Code.zip(
                text(configuration, "Runtime"),
                configuration.has("Handler") ? text(configuration, "Handler") : null);
    JsonNode architecture = configuration.path("Architectures").path(0);
    if (architecture.isTextual()) {
      code = code.withArchitecture(Text.of(architecture.asText()));
    }
    return isSigned ? code.signed() : code;
  }

  private static Layers layers(JsonNode configuration) {
    List<Text> arns = new ArrayList<>();
    configuration.path("Layers").forEach(it -> arns.add(text(it, "Arn")));
    return Layers.of(arns);
  }

  private static Entries environment(JsonNode configuration, String arn) {
    JsonNode environment = configuration.path("Environment");
    if (environment.has("Error")) {
      throw Problem.failed(
          "variables-unreadable",
          arn
              + ": its variables cannot be read: "
              + environment.path("Error").path("Message").asText(),
          "Allow kms:Decrypt on the key that encrypts them");
    }
    return entries(environment.path("Variables"));
  }

  private static Entries tags(JsonNode function) {
    return function.has("TagsError") ? Entries.closed() : entries(function.path("Tags"));
  }

  private static Entries entries(JsonNode members) {
    Map<String, Text> texts = new LinkedHashMap<>();
    members.properties().forEach(it -> texts.put(it.getKey(), Text.of(it.getValue().asText())));
    return Entries.of(texts);
  }

  private static Logging logging(JsonNode logging) {
    Logging plain = Logging.plain();
    JsonNode level = logging.path("SystemLogLevel");
    return new Logging(
        logging.has("LogFormat") ? text(logging, "LogFormat") : plain.format(),
        level.isTextual() ? Text.of(level.asText()) : plain.systemLevel());
  }

  private static Text text(JsonNode object, String member) {
    return Text.of(object.path(member).asText(""));
  }
}
