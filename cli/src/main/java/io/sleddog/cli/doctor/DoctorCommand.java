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
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.target.FunctionReader;
import io.sleddog.cli.target.Selection;
import io.sleddog.cli.target.SelectionOptions;
import io.sleddog.cli.target.Selector;
import io.sleddog.cli.target.Settling;
import io.sleddog.cli.target.Target;
import io.sleddog.cli.work.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog doctor}. */
@Command(
    name = "doctor",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Says why nothing is seen in Datadog: looks at functions, their log groups and "
          + "the forwarder along the way of the data, and changes nothing.",
      "A right that is missing makes an answer unknown, never the run fail."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog doctor -f orders --forwarder DatadogForwarder",
      "  sleddog doctor --stack shop --since 1h --json",
      "  sleddog doctor --lines sample.log",
      "  sleddog doctor --iam",
      "%nExit status: 0 nothing found, 1 failed, 2 wrong usage, 3 findings, 4 no credentials."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--forwarder",
      order = 10,
      paramLabel = "ARN",
      description = "The forwarder, by ARN or name; else the one that a filter leads to.")
  private @Nullable String forwarder;

  @Option(
      names = "--lines",
      order = 11,
      paramLabel = "FILE",
      description = "Look at a file of log lines only, without AWS.")
  private @Nullable Path lines;

  @Option(
      names = "--since",
      order = 12,
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "How far to look back in the logs, such as 1h; 20m by default.")
  private Duration since = Duration.ofMinutes(20);

  @Option(
      names = "--rule",
      order = 13,
      paramLabel = "ID",
      description = "Only the rule with this id, such as SD-LOG-001.")
  private String rule = "";

  @Option(names = "--iam", order = 14, description = "Print the policy that the doctor needs.")
  private boolean isIam;

  /** The command in its surroundings. */
  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    if (isIam) {
      return run.finish(
          Report.of(
              ExitStatus.OK,
              DoctorPolicy.document(),
              style -> List.of(Json.pretty(DoctorPolicy.document()))));
    }
    if (!rule.isEmpty() && !Cause.isKnown(rule)) {
      throw Problem.usage(
          "rule-unknown",
          "There is no rule " + Screen.harmless(rule),
          "Give an id as the doctor prints them, such as SD-LOG-001");
    }
    return run.finish(
        new DoctorReport(lines == null ? functions(run) : file(lines), rule).report());
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

  private List<Findings> functions(Run run) {
    Selection chosen = selection.required(session.config());
    Cloud cloud = aws.cloud(run);
    List<Target> targets = new Selector(cloud, aws.regions(run, cloud)).select(chosen);
    FunctionReader reader = new FunctionReader(cloud, true, new Settling(run));
    LineReader lineReader = new LineReader(cloud, run.now().minus(since));
    Checkup checkup = new Checkup(cloud, lineReader, Optional.ofNullable(forwarder));
    return Parallel.map(
            run.screen(),
            "examining",
            targets,
            it -> reader.read(it).stream().map(checkup::examine).toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
