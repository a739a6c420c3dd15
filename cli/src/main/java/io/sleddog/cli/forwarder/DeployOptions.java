package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.work.DryRunOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of {@code forwarder deploy} and {@code update}, and what both do. */
final class DeployOptions {
  static final String STACK = "datadog-forwarder";

  @Option(
      names = {"--name", "--stack"},
      order = 1,
      paramLabel = "NAME",
      description = "The stack's name; " + STACK + " by default.")
  private String name = STACK;

  @Mixin private final KeyOptions key = new KeyOptions();
  @Mixin private final ParameterOptions parameters = new ParameterOptions();
  @Mixin private final CodeOptions code = new CodeOptions();

  @Mixin private final DryRunOptions dryRun = new DryRunOptions();

  @Option(
      names = "--change-set-only",
      order = 62,
      description = "Make the change set, and leave it to be looked at and executed.")
  private boolean isPreparing;

  /** Adds the options to a command that are no fields. */
  void addTo(CommandSpec command) {
    parameters.addTo(command);
  }

  /** Deploys. */
  int run(Run run, AwsOptions aws, Artifacts artifacts, boolean isUpdate) {
    Session session = run.session();
    Cloud cloud = aws.cloud(run);
    String region = aws.region(run, cloud);
    Path folder = session.folder();
    Map<String, String> wanted = parameters(session, cloud, region);
    StackPlanner.Wish wish =
        new StackPlanner.Wish(
            name,
            isUpdate,
            code.zip(artifacts, folder),
            code.template(artifacts, folder),
            code.bucket(),
            wanted);
    StackPlan plan = new StackPlanner(cloud, region).plan(wish);
    String changeSet = "sleddog-" + run.now().getEpochSecond();
    DeployReport report = new DeployReport(plan, region, changeSet);
    if (dryRun.isDryRun() || plan.isEmpty()) {
      return run.finish(report.planned(dryRun.isDryRun(), dryRun.isFailing()));
    }
    if (!run.isJson()) {
      run.screen().print(report.lines(run.screen().style()));
    }
    Deployment deployment = new Deployment(run, cloud, region, isPreparing);
    return run.finish(report.done(deployment.carryOut(plan, changeSet)));
  }

  private Map<String, String> parameters(Session session, Cloud cloud, String region) {
    Map<String, String> all = new LinkedHashMap<>(parameters.parameters(session.folder()));
    all.putAll(key.parameters(session.environment(), cloud.service(ServiceName.SECRETS, region)));
    return all;
  }
}
