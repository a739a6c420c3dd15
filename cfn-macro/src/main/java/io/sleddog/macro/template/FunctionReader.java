package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.PackageType;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a function's declaration as the plan's description, but for environment and layers. */
final class FunctionReader {
  private final Texts texts;
  private final Place place;

  FunctionReader(Texts texts, Place place) {
    this.texts = texts;
    this.place = place;
  }

  FunctionDescription read(FunctionResource function, LogGroup logGroup) {
    return FunctionDescription.of(function.id(), names(function).get(0), place, code(function))
        .withTags(tags(function))
        .withTracing(tracing(function))
        .withLogging(logging(function.property("LoggingConfig")))
        .withLogGroup(logGroup);
  }

  /** The function's name in all ways it may be written; the first of them is right for certain. */
  List<Text> names(FunctionResource function) {
    Text reference = texts.ref(function.id());
    Optional<Text> given = text(function, "FunctionName");
    if (given.isEmpty()) {
      return List.of(reference);
    }
    return Intrinsic.mayBeNothing(function.property("FunctionName"))
        ? List.of(reference, given.get())
        : List.of(given.get(), reference);
  }

  /** The runtimes that the deployment chooses from: one, unless it is written as {@code Fn::If}. */
  List<Text> runtimes(FunctionResource function) {
    return Intrinsic.outcomes(function.property("Runtime")).stream()
        .flatMap(it -> text(it).stream())
        .toList();
  }

  private Code code(FunctionResource function) {
    Text architecture = text(function.property("Architectures").path(0)).orElse(null);
    PackageType packageType = packageType(function);
    Code code =
        packageType == PackageType.IMAGE
            ? Code.image()
            : new Code(
                packageType,
                text(function, "Runtime").orElse(null),
                text(function, "Handler").orElse(null),
                architecture,
                false);
    return function.property("CodeSigningConfigArn").isMissingNode() ? code : code.signed();
  }

  private PackageType packageType(FunctionResource function) {
    boolean hasImage =
        !function.property("ImageUri").isMissingNode() || function.property("Code").has("ImageUri");
    Optional<Text> declared = text(function, "PackageType");
    if (declared.isEmpty()) {
      return hasImage ? PackageType.IMAGE : PackageType.ZIP;
    }
    if (!declared.get().isKnown()) {
      return PackageType.UNKNOWN;
    }
    return declared.get().is("Image") ? PackageType.IMAGE : PackageType.ZIP;
  }

  /** Lambda's tags are a list of pairs, SAM's a map. */
  private Entries tags(FunctionResource function) {
    JsonNode tags = function.property("Tags");
    boolean isReadable =
        tags.isMissingNode()
            || (function.isServerless()
                ? tags.isObject() && !Intrinsic.isOne(tags)
                : tags.isArray());
    if (!isReadable) {
      return Entries.closed();
    }
    Map<String, Text> entries = new LinkedHashMap<>();
    if (function.isServerless()) {
      tags.properties().forEach(it -> entries.put(it.getKey(), texts.read(it.getValue())));
    } else {
      tags.forEach(tag -> addTag(tag, entries));
    }
    return Entries.of(entries);
  }

  /** A tag that may turn out not to be there counts as there, with a value nobody knows. */
  private void addTag(JsonNode tag, Map<String, Text> entries) {
    for (Slot leaf : new Slot(tag, node -> {}).leaves()) {
      JsonNode value = Intrinsic.isOne(tag) ? tag : tag.path("Value");
      texts
          .read(leaf.value().path("Key"))
          .known()
          .filter(key -> !key.isEmpty())
          .ifPresent(key -> entries.put(key, texts.read(value)));
    }
  }

  private Text tracing(FunctionResource function) {
    JsonNode mode =
        function.isServerless()
            ? function.property("Tracing")
            : function.property("TracingConfig").has("Mode")
                ? function.property("TracingConfig").path("Mode")
                : function.property("TracingConfig");
    return text(mode).orElse(Text.of("PassThrough"));
  }

  private Logging logging(JsonNode config) {
    Logging plain = Logging.plain();
    return new Logging(
        text(config.path("LogFormat")).orElse(plain.format()),
        text(config.path("SystemLogLevel")).orElse(plain.systemLevel()));
  }

  private Optional<Text> text(FunctionResource function, String property) {
    return text(function.property(property));
  }

  private Optional<Text> text(@Nullable JsonNode node) {
    return node == null || node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(texts.read(node));
  }
}
