package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.config.MacroConfig;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.macro.expression.Values;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Instruments the functions of one template, in place. */
public final class Instrumentation {
  /** As in the CloudFormation user guide, "Quotas". */
  private static final int RESOURCES = 500;

  private static final FoundGroup NO_GROUP =
      new FoundGroup(LogGroup.of(Text.of(""), Presence.UNKNOWN), Optional.empty());

  private final ObjectNode resources;
  private final JsonNode globals;
  private final MacroConfig config;
  private final Texts texts;
  private final FunctionReader reader;
  private final FunctionWriter writer;
  private final LogGroups groups;
  private final Findings problems = new Findings();
  private final Findings warnings = new Findings();

  /**
   * Prepares for one template.
   *
   * @param template the template; it must have resources
   * @param config what is wanted of its functions
   * @param values what its expressions will be
   * @param place where its stack is
   */
  public Instrumentation(ObjectNode template, MacroConfig config, Values values, Place place) {
    this.resources = template.withObjectProperty("Resources");
    this.globals = template.path("Globals").path("Function");
    this.config = config;
    this.texts = new Texts(values);
    this.reader = new FunctionReader(texts, place);
    this.writer = new FunctionWriter(texts);
    this.groups = new LogGroups(resources, texts, values);
  }

  /** Instruments all functions that are not excluded; what cannot be done becomes a problem. */
  public void run() {
    Shapes.ofProperties("Globals", globals).forEach(problems::add);
    Set<String> left = new TreeSet<>(config.excluded());
    List<Map.Entry<String, JsonNode>> declared = new ArrayList<>(resources.properties());
    for (Map.Entry<String, JsonNode> it : declared) {
      boolean isExcluded = left.remove(it.getKey());
      if (it.getKey().startsWith("Fn::ForEach") && FunctionLoop.mayDeclareOne(it.getValue())) {
        problems.add(FunctionLoop.finding(it.getKey()));
      } else if (FunctionResource.isOne(it.getValue()) && !isExcluded) {
        checked(it.getKey(), (ObjectNode) it.getValue());
      }
    }
    left.forEach(this::excludedInVain);
    checkSize(declared.size());
  }

  /** CloudFormation would say so too, but not what to do. */
  private void checkSize(int before) {
    if (resources.size() > RESOURCES && resources.size() > before) {
      problems.add(
          new Finding(
              "resource-limit",
              "the template",
              "it would have "
                  + resources.size()
                  + " resources with log groups and filters, and CloudFormation allows "
                  + RESOURCES,
              "Split the stack, or exclude functions"));
    }
  }

  /** Why the template cannot be deployed as it was wanted. */
  public List<String> problems() {
    return problems.lines();
  }

  /** What may not work as expected. */
  public List<String> warnings() {
    return warnings.lines();
  }

  private void checked(String id, ObjectNode resource) {
    List<Finding> misshapen = Shapes.ofFunction(id, resource);
    misshapen.forEach(problems::add);
    if (isForwarder(id)) {
      warnings.add(
          new Finding(
              "forwarder-itself", id, "it is the forwarder, which stays as it is", "Exclude it"));
    } else if (misshapen.isEmpty()) {
      instrument(new FunctionResource(id, resource, globals));
    }
  }

  /** Whether the forwarder's ARN is said to be that of this resource; by name, the plan knows. */
  private boolean isForwarder(String id) {
    Text forwarder = config.settings().forwarder();
    return forwarder != null
        && Intrinsic.getAttOf(texts.write(forwarder), "Arn").filter(id::equals).isPresent();
  }

  private void excludedInVain(String id) {
    warnings.add(
        new Finding(
            "exclude-unknown",
            id,
            "excluded, but the template has no resource of that name",
            "Give the logical id of a function"));
  }

  private void instrument(FunctionResource function) {
    Optional<FoundGroup> group = groups.of(function, reader.names(function));
    boolean isSubscribed = config.settings().forwarder() != null;
    if (group.isEmpty() && isSubscribed) {
      problems.add(
          new Finding(
              "log-group-unknown",
              function.id(),
              "only the deployment knows its log group",
              "Write LoggingConfig.LogGroup as a name or a reference"));
      return;
    }
    FoundGroup known = group.orElse(NO_GROUP);
    FunctionDescription base = reader.read(function, known.group());
    VariantPlans plans =
        VariantPlans.of(function, base, reader.runtimes(function), config.settings(), texts);
    List<Finding> refusals = plans.refusals();
    if (refusals.isEmpty()) {
      plans.missingLayer().filter(it -> config.needsLayer()).ifPresent(this::layerIsMissing);
      apply(function, plans, known);
    }
    refusals.forEach(problems::add);
  }

  private void layerIsMissing(Finding finding) {
    problems.add(
        new Finding(
            finding.id(),
            finding.subject(),
            finding.message(),
            "Set javaLayerArn, or addLayers to false"));
  }

  private void apply(FunctionResource function, VariantPlans plans, FoundGroup group) {
    LogResources logs = new LogResources(resources, groups, texts);
    List<Finding> words = new ArrayList<>(plans.warnings());
    for (Change change : plans.common()) {
      writer.apply(change, function);
      logs.apply(change, function, group).ifPresent(problems::add);
      if (change instanceof Change.Tracing) {
        new XrayGrant(resources).apply(function).ifPresent(words::add);
      }
    }
    plans.tags(texts).forEach((key, options) -> writer.tag(function, key, options));
    plans.applyVariants(texts);
    writer.warn(function, words);
    words.forEach(warnings::add);
  }
}
