package io.sleddog.cli.work;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of a batch of jobs. */
final class JobReport {
  private final Manner manner;
  private final List<JobResult> results;

  /**
   * Creates it.
   *
   * @param manner how they were to be done
   * @param results the jobs with their outcomes
   */
  JobReport(Manner manner, List<JobResult> results) {
    this.manner = manner;
    this.results = List.copyOf(results);
  }

  /** The whole report; of a batch that was carried out, people have seen the plan already. */
  Report report() {
    return new Report(status(), json(), this::lines, problem());
  }

  /** The report of a batch that the user has ended: what is done, and what may be. */
  Report interrupted() {
    Problem problem =
        Problem.interrupted(
            "Interrupted: " + summary(),
            "See what was carried out and run it again; what is done already is not done twice");
    return new Report(ExitStatus.INTERRUPTED, json(), this::ended, Optional.of(problem));
  }

  private List<String> ended(Style style) {
    return results.stream()
        .filter(it -> it.outcome() != Outcome.UNCHANGED && it.outcome() != Outcome.SKIPPED)
        .flatMap(it -> JobText.outcome(it, style).stream())
        .toList();
  }

  private List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    for (JobResult result : results) {
      if (manner.isDryRun()) {
        lines.addAll(JobText.plan(result, style));
        lines.addAll(JobText.problem(result, style));
      } else if (result.outcome() != Outcome.UNCHANGED) {
        lines.addAll(JobText.outcome(result, style));
      }
    }
    lines.add(summary());
    return lines;
  }

  private String summary() {
    String counts =
        counts().entrySet().stream()
            .map(it -> it.getValue() + " " + it.getKey().word())
            .collect(Collectors.joining(", "));
    return (manner.isDryRun() ? "Dry run, nothing was changed. " : "")
        + manner.noun().count(results.size())
        + (counts.isEmpty() ? "" : ": " + counts);
  }

  private Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(it -> counts.merge(it.outcome(), 1, Integer::sum));
    return counts;
  }

  private int bad() {
    return (int) results.stream().filter(it -> it.outcome().isBad()).count();
  }

  private ExitStatus status() {
    if (bad() == 0) {
      boolean isDifferent = counts().containsKey(Outcome.PLANNED);
      return isDifferent && manner.isFailing() ? ExitStatus.FINDINGS : ExitStatus.OK;
    }
    boolean isSomethingDone =
        results.stream().anyMatch(it -> it.outcome() == Outcome.CHANGED || it.made() > 0);
    if (isSomethingDone && !manner.isKeptGoing()) {
      return ExitStatus.PARTLY;
    }
    boolean isSignedOut =
        results.stream()
            .flatMap(it -> it.problem().stream())
            .anyMatch(it -> it.status() == ExitStatus.CREDENTIALS);
    return isSignedOut ? ExitStatus.CREDENTIALS : ExitStatus.FAILED;
  }

  private Optional<Problem> problem() {
    if (bad() == 0) {
      return Optional.empty();
    }
    boolean isRetryable =
        results.stream().flatMap(it -> it.problem().stream()).anyMatch(Problem::isRetryable);
    Problem problem =
        Problem.failed(
            "not-all",
            "Not done: " + bad() + " of " + manner.noun().count(results.size()),
            "Each of them says what to do; what is done already is not done twice");
    return Optional.of(isRetryable ? problem.retryable() : problem);
  }

  private ObjectNode json() {
    ObjectNode json = Json.object().put("dryRun", manner.isDryRun());
    ArrayNode list = json.putArray(manner.noun().members());
    results.forEach(it -> list.add(JobJson.of(it, manner.noun().member())));
    ObjectNode summary = json.putObject("summary");
    counts().forEach((outcome, count) -> summary.put(outcome.word(), count));
    return json;
  }
}
