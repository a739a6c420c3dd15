package io.sleddog.cli;

import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog version}. */
@Command(
    name = "version",
    description = "Shows the version of this program and of the Java that it runs on.",
    footerHeading = "%nExamples:%n",
    footer = {"  sleddog version", "  sleddog version --json", "%nExit status: 0 shown."})
final class VersionCommand implements Callable<Integer> {
  static final String VERSION = "0.1.0";

  private final Session session;
  @Mixin private final CommonOptions common = new CommonOptions();

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String java = Runtime.version().toString();
    return common
        .start(session)
        .finish(
            Report.of(
                ExitStatus.OK,
                Json.object().put("version", VERSION).put("java", java),
                style -> List.of("sleddog " + VERSION, "java " + java)));
  }
}
