package io.sleddog.cli;

import io.sleddog.cli.forwarder.LogFollower;
import io.sleddog.local.Live;
import io.sleddog.local.LiveOptions;
import io.sleddog.local.Local;
import io.sleddog.local.LocalOptions;
import io.sleddog.local.expect.CheckResult;
import io.sleddog.local.expect.Expectations;
import io.sleddog.local.forward.Upstream;
import io.sleddog.local.intake.Fault;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.measure.Comparison;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Target;
import io.sleddog.local.report.ComparisonReport;
import io.sleddog.local.report.SessionReport;
import io.sleddog.local.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sleddog local}: the whole path on this machine. */
@Command(
    name = "local",
    mixinStandardHelpOptions = true,
    description = {
      "Runs functions on this machine as AWS Lambda does, carries what they write "
          + "through the forwarder to an intake on this machine, and shows what Datadog "
          + "would have received.",
      "Without --code it runs the sample functions."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog local",
      "  sleddog local --once",
      "  sleddog local --code target/orders.jar --handler com.acme.Orders --event event.json",
      "  sleddog local --once --compare",
      "  sleddog local --from-aws orders --region eu-west-1 --event event.json",
      "  sleddog local --tail orders --region eu-west-1",
      "  sleddog local --agent-only --forward http://127.0.0.1:4319",
      "  sleddog local --once --code target/orders.jar --handler com.acme.Orders \\",
      "      --event event.json --expect expectations.json --junit out.xml --html report.html",
      "%nExit status: 0 all arrived as wanted, 1 something failed or is missing, 2 wrong usage."
    })
final class LocalCommand implements Callable<Integer> {
  private static final int SETTLING = 200;
  private static final int WARM = 300;

  private final Surroundings surroundings;
  private final io.sleddog.cli.command.Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--once", description = "Run, print what arrived, and end.")
  private boolean once;

  @Option(
      names = "--compare",
      description =
          "With --once: run the function bare and under the layer, in fresh processes in "
              + "turn, and print both cold starts and warm times with the difference.")
  private boolean compare;

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      defaultValue = "7",
      description = "With --compare: fresh processes of each; ${DEFAULT-VALUE} by default.")
  private int rounds;

  @Option(
      names = "--break-intake",
      paramLabel = "STATUS",
      description = "Let the intake answer every request with this status, as 500.")
  private @Nullable Integer breakIntake;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "4620",
      description = "Port of the page, ${DEFAULT-VALUE} by default; any other if it is taken.")
  private int uiPort;

  @Mixin private final ServingFlags serving = new ServingFlags();

  @Mixin private final AgentFlags agent = new AgentFlags();

  @Mixin private final FunctionFlags function = new FunctionFlags();

  @Mixin private final AwsFlags aws = new AwsFlags();

  @Mixin private final LogFlags logs = new LogFlags();

  @Mixin private final CheckFlags checks = new CheckFlags();

  LocalCommand(Surroundings surroundings, io.sleddog.cli.command.Session session) {
    this.surroundings = surroundings;
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalUsage.check(spec.commandLine().getParseResult());
    Local local = new Local(options());
    if (!once) {
      return runOn(local);
    }
    return compare ? runComparison(local) : runOnce(local);
  }

  /** Until the program is stopped from outside. */
  private int runOn(Local local) throws InterruptedException {
    List<LogFollower> followed = aws.logs(session);
    Upstream upstream = agent.upstream(surroundings.environment(), surroundings.err());
    LiveOptions page = new LiveOptions(uiPort, agent.ports(), upstream, null, null, null);
    try (Live live = local.live(serving.added(page, surroundings.err()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(live::close));
      surroundings.out().println("The page is at " + live.link());
      ServingFlags.announce(live, surroundings.out());
      AgentFlags.announce(live, surroundings.out(), surroundings.err());
      surroundings.err().println("It takes commands only by this link. Ctrl-C ends it.");
      if (!followed.isEmpty()) {
        new LogTail(followed, live::takeLogs, this::warn).follow(session.time().pause());
      }
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private void warn(String text) {
    surroundings.err().println("warning: " + text);
  }

  private int runComparison(Local local) throws InterruptedException {
    Comparison.Plan plan = new Comparison.Plan(Math.max(1, rounds), SETTLING, WARM);
    Comparison comparison =
        local.compare(
            plan, round -> surroundings.err().println("round " + round + " of " + plan.rounds()));
    new ComparisonReport(surroundings.colours())
        .lines(comparison)
        .forEach(surroundings.out()::println);
    return 0;
  }

  private int runOnce(Local local) throws InterruptedException {
    Expectations expectations = checks.expectations();
    long begin = System.nanoTime();
    Path record = serving.record();
    Session session = record == null ? local.once() : local.once(record);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    List<CheckResult> results = expectations.check(session);
    new SessionReport(surroundings.colours())
        .lines(session, took)
        .forEach(surroundings.out()::println);
    checks.report(session, results, took, surroundings.out());
    return results.stream().allMatch(CheckResult::held) ? 0 : 1;
  }

  private List<Target> targets() {
    List<FunctionSpec> deployed = aws.functions(session, surroundings.cache().resolve("from-aws"));
    return deployed.isEmpty() ? function.targets() : function.targets(deployed);
  }

  private LocalOptions options() {
    if (agent.only()) {
      return LocalOptions.bare(surroundings.cache());
    }
    List<LoggedEvents> logged = logs.read(session.time().clock().instant());
    return around(targets(), !logged.isEmpty() || aws.tails()).withLogged(logged);
  }

  /** Who only wants to see the logs of others does not want the samples. */
  private LocalOptions around(List<Target> targets, boolean logsOfOthers) {
    Fault fault = breakIntake == null ? null : Fault.everywhere(breakIntake);
    boolean bare = targets.isEmpty() && logsOfOthers;
    return new LocalOptions(
        surroundings.cache(),
        targets,
        fault,
        function.routes(),
        bare,
        function.replayed(),
        List.of());
  }
}
