package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The plans for a function, one for each environment and each list of layers that the deployment
 * may choose for it. What is no variable and no layer must be the same in all of them.
 */
final class VariantPlans {
  private final FunctionResource function;
  private final Map<EnvironmentVariant, Plan> environments = new LinkedHashMap<>();
  private final Map<LayersVariant, Plan> layers = new LinkedHashMap<>();

  private VariantPlans(FunctionResource function) {
    this.function = function;
  }

  /**
   * Plans for all variants.
   *
   * @param function the declaration
   * @param described what it describes, but for environment and layers
   * @param runtimes the runtimes that the deployment chooses from
   * @param settings what the user wants
   * @param texts the template's texts
   */
  static VariantPlans of(
      FunctionResource function,
      FunctionDescription described,
      List<Text> runtimes,
      Settings settings,
      Texts texts) {
    VariantPlans plans = new VariantPlans(function);
    FunctionDescription base = decided(described, runtimes, settings);
    List<EnvironmentVariant> environments = EnvironmentVariant.of(function);
    List<LayersVariant> layers = LayersVariant.of(function, texts);
    FunctionDescription first = base.withEnvironment(environments.get(0).entries(texts));
    FunctionDescription second = base.withLayers(layers.get(0).layers(texts));
    Planner planner = new Planner();
    for (EnvironmentVariant it : environments) {
      FunctionDescription variant = second.withEnvironment(it.entries(texts));
      plans.environments.put(it, planner.instrument(variant, settings));
    }
    for (LayersVariant it : layers) {
      FunctionDescription variant = first.withLayers(it.layers(texts));
      plans.layers.put(it, planner.instrument(variant, settings));
    }
    return plans;
  }

  /** The function with one of the runtimes, if it makes no difference to the plan which it is. */
  private static FunctionDescription decided(
      FunctionDescription described, List<Text> runtimes, Settings settings) {
    Planner planner = new Planner();
    List<FunctionDescription> all =
        runtimes.stream().map(it -> described.withCode(described.code().withRuntime(it))).toList();
    long plans =
        all.stream().map(it -> planner.instrument(it, settings).changes()).distinct().count();
    return plans == 1 ? all.get(0) : described;
  }

  List<Finding> refusals() {
    List<Finding> refusals = new ArrayList<>(findings(Plan::refusals));
    boolean isSame = all().stream().map(VariantPlans::common).distinct().count() == 1;
    if (refusals.isEmpty() && !isSame) {
      refusals.add(
          new Finding(
              "variants-differ",
              function.id(),
              "its branches of Fn::If would have to be treated differently",
              "Set what the macro needs in all branches or in none"));
    }
    return refusals;
  }

  List<Finding> warnings() {
    return findings(Plan::warnings);
  }

  Optional<Finding> missingLayer() {
    return warnings().stream().filter(it -> it.id().equals("layer-missing")).findFirst();
  }

  /** The steps that are the same for all variants; tags are not among them. */
  List<Change> common() {
    return common(all().get(0));
  }

  /** The tags that are set, by key: what each will be in which of the environments. */
  Map<String, List<Option>> tags(Texts texts) {
    Map<String, List<Option>> tags = new LinkedHashMap<>();
    for (Plan plan : environments.values()) {
      tagsOf(plan).keySet().forEach(key -> tags.putIfAbsent(key, new ArrayList<>()));
    }
    environments.forEach(
        (variant, plan) -> {
          Map<String, Text> of = tagsOf(plan);
          tags.forEach(
              (key, options) -> {
                JsonNode node = of.containsKey(key) ? texts.write(of.get(key)) : null;
                options.add(new Option(variant.choices(), node));
              });
        });
    return tags;
  }

  private static Map<String, Text> tagsOf(Plan plan) {
    Map<String, Text> tags = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Tag it && it.after() != null) {
        tags.put(it.key(), it.after());
      }
    }
    return tags;
  }

  /** Writes variables and layers. */
  void applyVariants(Texts texts) {
    environments.forEach((variant, plan) -> apply(variant, plan, texts));
    layers.forEach((variant, plan) -> apply(variant, plan, texts));
  }

  private static void apply(EnvironmentVariant variant, Plan plan, Texts texts) {
    Map<String, @Nullable JsonNode> variables = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Variable it) {
        variables.put(it.name(), it.after() == null ? null : texts.write(it.after()));
      }
    }
    if (!variables.isEmpty()) {
      variant.set(variables);
    }
  }

  private static void apply(LayersVariant variant, Plan plan, Texts texts) {
    for (Change change : plan.changes()) {
      if (change instanceof Change.LayerList it) {
        variant.put(it.after(), texts);
      }
    }
  }

  private static List<Change> common(Plan plan) {
    return plan.changes().stream()
        .filter(it -> !(it instanceof Change.Variable) && !(it instanceof Change.LayerList))
        .filter(it -> !(it instanceof Change.Tag))
        .toList();
  }

  private List<Plan> all() {
    List<Plan> all = new ArrayList<>(environments.values());
    all.addAll(layers.values());
    return all;
  }

  private List<Finding> findings(Function<Plan, List<Finding>> which) {
    Set<Finding> findings = new LinkedHashSet<>();
    all().forEach(plan -> findings.addAll(which.apply(plan)));
    return List.copyOf(findings);
  }
}
