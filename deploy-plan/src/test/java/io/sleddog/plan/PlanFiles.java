package io.sleddog.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.model.PackageType;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads functions and settings from JSON. In a text, <code>${X}</code> is a hole and <code>${X=v}
 * </code> one that will be v; in the place of a list or map, {@code "closed"} is one expression.
 */
final class PlanFiles {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}=]+)(?:=([^}]*))?}");

  private PlanFiles() {}

  static FunctionDescription function(JsonNode json) {
    Text name = text(json.path("name").asText("orders"));
    FunctionDescription function =
        FunctionDescription.of("Orders", name, place(json), code(json))
            .withLayers(layers(json.path("layers")))
            .withEnvironment(entries(json.path("environment")))
            .withTags(entries(json.path("tags")))
            .withTracing(text(json.path("tracing").asText("PassThrough")))
            .withLogging(
                new Logging(
                    text(json.path("logFormat").asText("Text")),
                    text(json.path("systemLogLevel").asText("INFO"))))
            .withLogGroup(logGroup(json.path("logGroup"), "/aws/lambda/" + name));
    return json.has("revisionId")
        ? function.withRevisionId(json.get("revisionId").asText())
        : function;
  }

  static Place place(JsonNode json) {
    return new Place(
        text(json.path("partition").asText("aws")),
        text(json.path("region").asText("eu-west-1")),
        text(json.path("account").asText("123456789012")));
  }

  static LogGroup logGroup(JsonNode json, String name) {
    List<SubscriptionFilter> filters = new ArrayList<>();
    for (JsonNode filter : json.path("filters")) {
      filters.add(
          new SubscriptionFilter(
              text(filter.get("name").asText()),
              text(filter.path("pattern").asText("")),
              text(filter.get("destination").asText())));
    }
    return new LogGroup(
        text(json.path("name").asText(name)),
        Presence.valueOf(json.path("presence").asText("UNKNOWN")),
        json.path("isCustom").asBoolean(false),
        json.path("takesFilters").asBoolean(true),
        Presence.valueOf(json.path("grant").asText("UNKNOWN")),
        null,
        filters);
  }

  static Settings settings(JsonNode json) {
    Settings settings =
        Settings.none()
            .withForwarder(optional(json.path("forwarder")))
            .withLayer(optional(json.path("layer")))
            .withLogGroup(wish(json.path("logGroup")))
            .withActivation(Activation.valueOf(json.path("activation").asText("REDIRECT")))
            .withPrecedence(Precedence.valueOf(json.path("precedence").asText("KEEP")))
            .withXrayActive(json.path("isXrayActive").asBoolean(false));
    for (Map.Entry<String, Text> it : entries(json.path("variables")).texts().entrySet()) {
      settings = settings.withVariable(it.getKey(), it.getValue());
    }
    for (Map.Entry<String, Text> it : entries(json.path("tags")).texts().entrySet()) {
      settings = settings.withTag(it.getKey(), it.getValue());
    }
    settings = json.path("isReplacingTags").asBoolean() ? settings.replacingTags() : settings;
    settings = json.path("isRecorded").asBoolean() ? settings.recorded() : settings;
    return json.has("tool") ? settings.withTool(json.get("tool").asText()) : settings;
  }

  private static LogGroupWish wish(JsonNode json) {
    LogGroupWish standard = LogGroupWish.standard();
    LogGroupWish wish =
        standard
            .withFilterName(json.path("filterName").asText(standard.filterName()))
            .withFilterPattern(json.path("filterPattern").asText(standard.filterPattern()))
            .withFilterLimit(json.path("filterLimit").asInt(standard.filterLimit()));
    wish = json.path("isCreated").asBoolean(true) ? wish : wish.existingOnly();
    wish = json.path("isSubscribed").asBoolean(true) ? wish : wish.leftAlone();
    wish = json.path("isGranted").asBoolean(false) ? wish.granted() : wish;
    return json.has("retentionDays")
        ? wish.withRetentionDays(json.get("retentionDays").asInt())
        : wish;
  }

  private static Code code(JsonNode json) {
    return new Code(
        PackageType.valueOf(json.path("packageType").asText("ZIP")),
        optional(json.path("runtime")),
        optional(json.path("handler")),
        optional(json.path("architecture")),
        json.path("isSigned").asBoolean(false));
  }

  private static Layers layers(JsonNode json) {
    List<Text> arns = new ArrayList<>();
    json.forEach(arn -> arns.add(text(arn.asText())));
    long optional = arns.stream().filter(arn -> arn.shape().contains("If")).count();
    return json.isTextual() ? Layers.closed() : new Layers(arns, (int) optional, true);
  }

  private static Entries entries(JsonNode json) {
    Map<String, Text> texts = new LinkedHashMap<>();
    json.properties().forEach(it -> texts.put(it.getKey(), text(it.getValue().asText())));
    return json.isTextual() ? Entries.closed() : Entries.of(texts);
  }

  private static @Nullable Text optional(JsonNode json) {
    return json.isMissingNode() ? null : text(json.asText());
  }

  static Text text(String marked) {
    Matcher hole = HOLE.matcher(marked);
    Text text = Text.of("");
    int from = 0;
    while (hole.find()) {
      String label = hole.group(1);
      Text piece =
          hole.group(2) == null ? Text.hole(label, label) : Text.hole(label, label, hole.group(2));
      text = text.plus(Text.of(marked.substring(from, hole.start()))).plus(piece);
      from = hole.end();
    }
    return text.plus(Text.of(marked.substring(from)));
  }
}
