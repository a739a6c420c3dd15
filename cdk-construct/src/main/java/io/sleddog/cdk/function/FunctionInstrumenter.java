package io.sleddog.cdk.function;

import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.ILayerVersion;

/**
 * Plans and instruments functions, each once; what speaks against it is kept for the end, when all
 * of it is thrown together.
 */
public final class FunctionInstrumenter {
  private final Settings settings;
  private final @Nullable Destination destination;
  private final LayerSource layer;
  private final Set<String> done = new HashSet<>();
  private final Map<String, DeclaredLogs> declared = new HashMap<>();
  private final List<String> refusals = new ArrayList<>();

  /**
   * For functions that get the same.
   *
   * @param settings what they get, but for layer and forwarder
   * @param layer which layer
   * @param destination where their logs go, or {@code null} for nowhere
   */
  public FunctionInstrumenter(
      Settings settings, LayerSource layer, @Nullable Destination destination) {
    this.settings =
        destination == null ? settings : settings.withForwarder(Tokens.text(destination.arn()));
    this.layer = layer;
    this.destination = destination;
  }

  /** What is wrong with the settings, whatever the functions, a sentence each. */
  public List<String> problems() {
    return new Planner()
        .problems(settings).stream()
            .map(it -> it.message() + ". " + it.remedy() + " [" + it.id() + "]")
            .toList();
  }

  /** Instruments a function, unless it is done already. */
  public void instrument(CfnFunction function) {
    if (!done.add(function.getNode().getPath())) {
      return;
    }
    Optional<String> elsewhere =
        destination == null ? Optional.empty() : destination.refusal(Stack.of(function));
    if (elsewhere.isPresent()) {
      refuse(FunctionReader.path(function) + ": " + elsewhere.get());
      return;
    }
    ILayerVersion attached = layer.in(function);
    Text layerArn = attached == null ? null : Tokens.text(attached.getLayerVersionArn());
    FunctionLogs logs = new FunctionLogs(function, declaredIn(Stack.of(function)));
    FunctionDescription found = new FunctionReader(function, logs, destination).read();
    Plan plan = new Planner().instrument(found, settings.withLayer(layerArn));
    plan.refusals().forEach(finding -> refusals.add(finding.toString()));
    for (Finding finding : plan.warnings()) {
      Annotations.of(function)
          .addWarningV2("sleddog:" + finding.id(), finding.message() + ". " + finding.remedy());
    }
    FunctionWriter writer = new FunctionWriter(function, attached, logs, destination);
    for (Change change : plan.changes()) {
      if (change instanceof Change.Filter filter && filter.before() != null) {
        refuse(taken(function, filter.before()));
      } else {
        writer.write(change);
      }
    }
  }

  /** A filter of ours that leads elsewhere: which of the two forwarders is meant, nobody says. */
  private static String taken(CfnFunction function, SubscriptionFilter filter) {
    return FunctionReader.path(function)
        + ": its filter "
        + filter.name()
        + " leads to "
        + filter.destination()
        + " already. Use one forwarder, or another name for the filter. [filter-taken]";
  }

  private DeclaredLogs declaredIn(Stack stack) {
    return declared.computeIfAbsent(stack.getNode().getPath(), path -> new DeclaredLogs(stack));
  }

  /** Notes something that cannot be instrumented. */
  public void refuse(String message) {
    refusals.add(message);
  }

  /** Why functions are not instrumented, a sentence each, with their paths. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }
}
