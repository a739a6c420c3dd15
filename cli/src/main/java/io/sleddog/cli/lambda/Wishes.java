package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.subject.Forwarders;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say how a function is to be, those of {@code instrument} and {@code status}. */
final class Wishes {
  @Mixin private final WiringOptions wiring = new WiringOptions();
  @Mixin private final TagOptions tags = new TagOptions();
  private final VariableOptions variables = new VariableOptions();

  /** Adds the options that are not found by annotations. */
  void addTo(CommandSpec command) {
    variables.addTo(command);
  }

  WiringOptions wiring() {
    return wiring;
  }

  VariableOptions variables() {
    return variables;
  }

  /** Plans for functions to become so. */
  Instrumenting planning(Run run, Cloud cloud) {
    return new Instrumenting(
        settings(run),
        new Forwarders(cloud, wiring.forwarders()),
        new LayerFinder(cloud, wiring.layer()));
  }

  private Settings settings(Run run) {
    Settings wishes =
        Settings.none()
            .withActivation(wiring.activation())
            .withPrecedence(wiring.isKeeping() ? Precedence.KEEP : Precedence.OVERWRITE)
            .withLogGroup(wiring.logGroup())
            .withTool(LambdaCommand.TOOL)
            .recorded();
    return tags.apply(variables.apply(wishes, run.session().environment()), run);
  }
}
