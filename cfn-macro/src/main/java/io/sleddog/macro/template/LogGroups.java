package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the log group of a function, and the filters on it, among the template's resources. */
final class LogGroups {
  static final String GROUP_TYPE = "AWS::Logs::LogGroup";
  static final String FILTER_TYPE = "AWS::Logs::SubscriptionFilter";

  private static final Text LAMBDA = Text.of("/aws/lambda/");

  private final ObjectNode resources;
  private final Texts texts;
  private final Values values;

  LogGroups(ObjectNode resources, Texts texts, Values values) {
    this.resources = resources;
    this.texts = texts;
    this.values = values;
  }

  /**
   * The log group of a function.
   *
   * @param function the function
   * @param functionNames the function's name in all ways it may be written, the surest first
   * @return nothing if only the deployment knows which group it is
   */
  Optional<FoundGroup> of(FunctionResource function, List<Text> functionNames) {
    JsonNode config = values.chosen(function.property("LoggingConfig"));
    JsonNode own = values.chosen(config.path("LogGroup"));
    boolean isLambdas = own.isMissingNode() || Intrinsic.isNoValue(own);
    boolean isOpen = Intrinsic.isOne(config) || (!isLambdas && Intrinsic.mayBeNothing(own));
    if (isOpen) {
      return Optional.empty();
    }
    if (isLambdas) {
      List<Text> names = functionNames.stream().map(LAMBDA::plus).toList();
      Optional<String> id = declared(names);
      return Optional.of(new FoundGroup(describe(names, id), id));
    }
    Optional<String> referred = Intrinsic.refTo(own).filter(it -> isA(GROUP_TYPE, it));
    Optional<String> id = referred.or(() -> declared(List.of(texts.read(own))));
    return Optional.of(new FoundGroup(describe(List.of(texts.read(own)), id).custom(), id));
  }

  /** The declarations of the filters on a group, by logical id. */
  List<Map.Entry<String, JsonNode>> filters(List<Text> names, Optional<String> id) {
    List<Map.Entry<String, JsonNode>> filters = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource : resources.properties()) {
      JsonNode properties = resource.getValue().path("Properties");
      JsonNode group = properties.path("LogGroupName");
      boolean isReferred = id.isPresent() && Intrinsic.refTo(group).equals(id);
      boolean isNamed =
          !group.isMissingNode() && names.stream().anyMatch(texts.read(group)::sameAs);
      if (isA(FILTER_TYPE, resource.getKey()) && (isReferred || isNamed)) {
        filters.add(resource);
      }
    }
    return filters;
  }

  private LogGroup describe(List<Text> names, Optional<String> id) {
    JsonNode declaration = id.map(resources::path).orElse(resources.path("")).path("Properties");
    List<Text> all = new ArrayList<>(names);
    if (declaration.has("LogGroupName")) {
      all.add(texts.read(declaration.get("LogGroupName")));
    }
    List<SubscriptionFilter> filters = filters(all, id).stream().map(this::filter).toList();
    LogGroup group =
        LogGroup.of(names.get(0), id.isPresent() ? Presence.PRESENT : Presence.UNKNOWN)
            .withFilters(filters)
            .withGrant(
                resources.has(LogResources.PERMISSION) ? Presence.PRESENT : Presence.UNKNOWN);
    String logClass = declaration.path("LogGroupClass").asText("STANDARD");
    return logClass.equals("STANDARD") ? group : group.withoutSubscriptions();
  }

  private SubscriptionFilter filter(Map.Entry<String, JsonNode> resource) {
    JsonNode properties = resource.getValue().path("Properties");
    Text name =
        properties.has("FilterName")
            ? texts.read(properties.get("FilterName"))
            : texts.ref(resource.getKey());
    return new SubscriptionFilter(
        name,
        texts.read(properties.path("FilterPattern")),
        texts.read(properties.path("DestinationArn")));
  }

  private Optional<String> declared(List<Text> names) {
    return resources.properties().stream()
        .filter(it -> isA(GROUP_TYPE, it.getKey()))
        .filter(it -> isNamed(it.getValue().path("Properties").path("LogGroupName"), names))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isNamed(JsonNode name, List<Text> names) {
    return !name.isMissingNode() && names.stream().anyMatch(texts.read(name)::sameAs);
  }

  private boolean isA(String type, String id) {
    return resources.path(id).path("Type").asText().equals(type);
  }
}
