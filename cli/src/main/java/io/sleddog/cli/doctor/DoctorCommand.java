package io.sleddog.cli.doctor;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.cli.subject.SelectionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog doctor}. */
@Command(
    name = "doctor",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Says why nothing is seen in Datadog: looks at functions, their log groups and "
          + "the forwarder along the way of the data; without --probe and --fix it "
          + "changes nothing.",
      "A right that is missing makes an answer unknown, never the run fail."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog doctor -f orders --forwarder DatadogForwarder",
      "  sleddog doctor --stack shop --since 1h --json",
      "  sleddog doctor -f orders --probe --check-key",
      "  sleddog doctor -f orders --fix",
      "  sleddog doctor --lines sample.log",
      "  sleddog doctor --iam",
      "%nExit status: 0 nothing found, 1 failed, 2 wrong usage, 3 findings, 4 no credentials,",
      "5 some functions could not be looked at."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Session session;
  private final ToIntFunction<List<String>> program;
  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final ForwarderOptions forwarder = new ForwarderOptions();
  @Mixin private final DoctorOptions options = new DoctorOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /**
   * The command in its surroundings.
   *
   * @param program runs other commands of this program, and gives the exit status
   */
  public DoctorCommand(Session session, ToIntFunction<List<String>> program) {
    this.session = session;
    this.program = program;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    String rule = options.rule(run.isJson());
    if (options.isIam()) {
      return run.finish(
          Report.of(
              ExitStatus.OK,
              DoctorPolicy.document(),
              style -> List.of(Json.pretty(DoctorPolicy.document()))));
    }
    if (options.lines().isPresent()) {
      return run.finish(new DoctorReport(file(options.lines().get()), rule).report());
    }
    Cloud cloud = aws.cloud(run);
    Rounds rounds =
        new Rounds(run, cloud, new Rounds.Wish(options, forwarder.one()))
            .of(selection.required(session.config()), aws.regions(run, cloud));
    return options.isWatching() ? watch(run, rounds, rule) : once(run, rounds, rule);
  }

  private int once(Run run, Rounds rounds, String rule) {
    DoctorReport report = new DoctorReport(rounds.look(), rule);
    int status = run.finish(report.report());
    if (options.isFixing() && status != 0) {
      int mended = new Fixes(run, aws.profile(), program).apply(report.found());
      run.screen().print(mended + " commands run; look again in a minute");
    }
    return status;
  }

  private static int watch(Run run, Rounds rounds, String rule) {
    DoctorReport report = new DoctorReport(rounds.look(), rule);
    run.round(report.report());
    while (report.report().status() != ExitStatus.OK && run.waits(PAUSE)) {
      DoctorReport before = report;
      report = new DoctorReport(rounds.look(), rule);
      report.since(before).ifPresent(it -> run.round(it.report()));
    }
    return report.report().status().code();
  }

  private List<Findings> file(Path file) {
    try {
      Findings findings = new Findings(String.valueOf(file));
      LineRules.check(Files.readAllLines(session.folder().resolve(file)), findings);
      return List.of(findings);
    } catch (IOException e) {
      throw Problem.usage(
              "lines-unreadable",
              "The file " + file + " cannot be read as UTF-8 text",
              "Give the path of a file with one log line a line")
          .because(e);
    }
  }
}
