package io.sleddog.macro.config;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.GitTags;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates the parameters to the plan's settings. */
final class SettingsReader {
  private final Parameters parameters;
  private final Texts texts;
  private final Place place;
  private final List<String> problems;

  SettingsReader(Parameters parameters, Texts texts, Place place) {
    this.parameters = parameters;
    this.texts = texts;
    this.place = place;
    this.problems = new ArrayList<>(parameters.problems());
  }

  MacroConfig read(String tool) {
    Settings settings =
        Settings.none()
            .withTool(tool)
            .withForwarder(parameters.expression(Parameter.FORWARDER_ARN).orElse(null))
            .withLayer(layer())
            .withActivation(activation())
            .withXrayActive(parameters.flag(Parameter.ENABLE_XRAY_TRACING, false))
            .withLogGroup(logGroup());
    if (parameters.flag(Parameter.OVERWRITE, false)) {
      settings = settings.withPrecedence(Precedence.OVERWRITE);
    }
    return new MacroConfig(
        parameters.flag(Parameter.ENABLED, true),
        Set.copyOf(parameters.list(Parameter.EXCLUDE)),
        parameters.flag(Parameter.ADD_LAYERS, true),
        withTags(withVariables(settings)),
        problems,
        parameters.warnings());
  }

  private @Nullable Text layer() {
    Optional<Text> arn = parameters.expression(Parameter.JAVA_LAYER_ARN);
    Optional<Integer> version = parameters.number(Parameter.JAVA_LAYER_VERSION);
    if (!parameters.flag(Parameter.ADD_LAYERS, true)) {
      return null;
    }
    if (arn.isPresent() && version.isPresent()) {
      problems.add("Give javaLayerArn or javaLayerVersion, not both.");
    }
    return arn.or(() -> version.map(this::layerOf)).orElse(null);
  }

  private Text layerOf(int version) {
    Text owner = parameters.expression(Parameter.USE_LAYERS_FROM_ACCOUNT).orElse(place.account());
    Place there = new Place(place.partition(), place.region(), owner);
    return there.arn("lambda", Text.of("layer:" + Layers.OURS + ":" + version));
  }

  private Activation activation() {
    boolean isScript = parameters.flag(Parameter.EXEC_WRAPPER, false);
    boolean isRedirect = parameters.flag(Parameter.REDIRECT_HANDLER, !isScript);
    if (isScript && isRedirect) {
      problems.add("Give redirectHandler or execWrapper, not both.");
    }
    return isScript
        ? Activation.EXEC_SCRIPT
        : isRedirect ? Activation.REDIRECT : Activation.IN_CODE;
  }

  private LogGroupWish logGroup() {
    LogGroupWish wish = LogGroupWish.standard();
    if (!parameters.flag(Parameter.CREATE_LOG_GROUPS, true)) {
      wish = wish.existingOnly();
    }
    if (parameters.flag(Parameter.CREATE_FORWARDER_PERMISSIONS, false)) {
      wish = wish.granted();
    }
    wish = parameters.number(Parameter.LOG_RETENTION).map(wish::withRetentionDays).orElse(wish);
    wish = parameters.number(Parameter.FILTER_LIMIT).map(wish::withFilterLimit).orElse(wish);
    wish = parameters.text(Parameter.FILTER_NAME).map(wish::withFilterName).orElse(wish);
    return parameters.text(Parameter.FILTER_PATTERN).map(wish::withFilterPattern).orElse(wish);
  }

  private Settings withVariables(Settings settings) {
    Settings changed = settings;
    for (Map.Entry<String, Text> it : parameters.variables().entrySet()) {
      changed = changed.withVariable(it.getKey(), it.getValue());
    }
    boolean isMerged = parameters.text(Parameter.ENABLE_MERGE_XRAY_TRACES).isEmpty();
    return isMerged && parameters.flag(Parameter.ENABLE_XRAY_TRACING, false)
        ? changed.with(Variable.MERGE_XRAY_TRACES, true)
        : changed;
  }

  private Settings withTags(Settings settings) {
    Settings changed = settings;
    for (String tag : parameters.list(Parameter.TAGS)) {
      int colon = tag.indexOf(':');
      if (colon <= 0) {
        problems.add("The tag \"" + tag + "\" is not of the form key:value.");
      } else {
        TextNode value = TextNode.valueOf(tag.substring(colon + 1));
        changed = changed.withTag(tag.substring(0, colon).strip(), texts.read(value));
      }
    }
    return parameters
        .text(Parameter.GIT_DATA)
        .map(GitTags::parse)
        .orElse(GitTags.none())
        .on(changed);
  }
}
