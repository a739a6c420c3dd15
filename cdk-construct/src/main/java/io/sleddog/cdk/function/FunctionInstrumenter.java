package io.sleddog.cdk.function;

import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
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

  /** Instruments a function, unless it is done already. */
  public void instrument(CfnFunction function) {
    if (!done.add(function.getNode().getPath())) {
      return;
    }
    ILayerVersion attached = layer.in(function);
    Text layerArn = attached == null ? null : Tokens.text(attached.getLayerVersionArn());
    Plan plan =
        new Planner().instrument(new FunctionReader(function).read(), settings.withLayer(layerArn));
    plan.refusals().forEach(finding -> refusals.add(finding.toString()));
    for (Finding finding : plan.warnings()) {
      Annotations.of(function)
          .addWarningV2("sleddog:" + finding.id(), finding.message() + ". " + finding.remedy());
    }
    FunctionWriter writer = new FunctionWriter(function, attached, destination);
    for (Change change : plan.changes()) {
      writer.write(change);
    }
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
