package io.sleddog.cli;

import io.sleddog.local.expect.CheckResult;
import io.sleddog.local.expect.Expectations;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.report.HtmlReport;
import io.sleddog.local.report.JUnitReport;
import io.sleddog.local.session.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options for a build server: what a session has to show, and files that say whether it did.
 */
final class CheckFlags {
  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "With --once: what each invocation has to show, as JSON.")
  private @Nullable Path expect;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "With --once: write the results as a JUnit report.")
  private @Nullable Path junit;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "With --once: write all that arrived as one HTML page.")
  private @Nullable Path html;

  /** The wants, read before anything runs. */
  Expectations expectations() {
    if (expect == null) {
      return Expectations.none();
    }
    try {
      return Expectations.parse(Files.readString(expect));
    } catch (IOException e) {
      throw new UserProblem(
          "The expectations " + expect + " cannot be read.", "Give the path of a JSON file.", e);
    }
  }

  /** Writes the files that were asked for and prints what did not hold. */
  void report(Session session, List<CheckResult> results, Duration took, PrintStream out) {
    if (junit != null) {
      write(junit, JUnitReport.of(results, took));
    }
    if (html != null) {
      write(html, HtmlReport.of(session, results, took));
    }
    if (expect != null) {
      results.stream().filter(result -> !result.held()).forEach(result -> print(result, out));
    }
  }

  private static void print(CheckResult result, PrintStream out) {
    out.println("✗ " + result.name());
    result.failures().forEach(failure -> out.println("  " + failure));
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserProblem("Cannot write " + file + ".", "Give a path that can be written.", e);
    }
  }
}
