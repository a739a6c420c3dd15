package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
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

  @Option(
      names = {"-d", "--dry-run", "--dry"},
      order = 60,
      description = "Show what would be done, and change nothing.")
  private boolean isDryRun;

  @Option(
      names = "--fail",
      order = 61,
      description = "With --dry-run: exit status 3 if there is something to do.")
  private boolean isFailing;

  @Option(
      names = "--change-set-only",
      order = 62,
      description = "Make the change set, and leave it to be looked at and executed.")
  private boolean isPreparing;

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
    if (isDryRun || plan.isEmpty()) {
      return run.finish(report.planned(isDryRun, isFailing));
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
