package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Envelope;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Cell;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Table;
import io.sleddog.cli.screen.Tone;
import io.sleddog.cli.work.JobJson;
import io.sleddog.cli.work.JobResult;
import io.sleddog.plan.model.SubscriptionFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code lambda status} says. */
final class StatusReport {
  private final List<FunctionStatus> statuses;
  private final List<JobResult> failures;
  private final Instant now;

  /**
   * A report.
   *
   * @param failures the functions that could not be read
   * @param now the time, to tell how long something is ago
   */
  StatusReport(List<FunctionStatus> statuses, List<JobResult> failures, Instant now) {
    this.statuses = List.copyOf(statuses);
    this.failures = List.copyOf(failures);
    this.now = now;
  }

  /** A report of those functions alone of which an earlier one said something else, if any. */
  Optional<StatusReport> since(StatusReport earlier) {
    List<ObjectNode> said = earlier.statuses.stream().map(StatusReport::json).toList();
    List<ObjectNode> missed = earlier.failures.stream().map(StatusReport::json).toList();
    List<FunctionStatus> changed =
        statuses.stream().filter(it -> !said.contains(json(it))).toList();
    List<JobResult> failed = failures.stream().filter(it -> !missed.contains(json(it))).toList();
    return changed.isEmpty() && failed.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatusReport(changed, failed, now));
  }

  Report report(boolean isFailing) {
    return new Report(status(isFailing), json(), this::lines, problem());
  }

  private ExitStatus status(boolean isFailing) {
    if (!failures.isEmpty()) {
      return statuses.isEmpty() ? ExitStatus.FAILED : ExitStatus.PARTLY;
    }
    boolean isDrifted = statuses.stream().anyMatch(FunctionStatus::isDrifted);
    return isFailing && isDrifted ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  private Optional<Problem> problem() {
    int all = failures.size() + statuses.size();
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.failed(
                "not-all",
                "Not read: " + failures.size() + " of " + all + " functions",
                "Each of them says why"));
  }

  private ObjectNode json() {
    ObjectNode json = Json.object();
    ArrayNode functions = json.putArray("functions");
    statuses.forEach(it -> functions.add(json(it)));
    failures.forEach(it -> functions.add(json(it)));
    return json;
  }

  private static ObjectNode json(JobResult failure) {
    ObjectNode json = Json.object().put("function", failure.job().subject());
    failure.problem().ifPresent(it -> json.set("error", Envelope.error(it)));
    return json;
  }

  private static ObjectNode json(FunctionStatus status) {
    ObjectNode json =
        Json.object()
            .put("function", status.function().arn())
            .put("region", status.function().region())
            .put("runtime", status.function().runtime())
            .put("instrumented", status.how())
            .put("layer", status.layer())
            .put("handler", status.handler())
            .put("logGroup", status.function().logGroup());
    json.set("variables", Json.tree(status.variables()));
    ArrayNode filters = json.putArray("filters");
    for (SubscriptionFilter it : status.filters()) {
      filters
          .addObject()
          .put("name", it.name().shape())
          .put("pattern", it.pattern().shape())
          .put("destination", it.destination().shape());
    }
    status.last().ifPresent(it -> json.set("lastReport", it.json()));
    json.put("drifted", status.isDrifted());
    json.set("drift", JobJson.plan(status.drift()));
    json.set("warnings", JobJson.findings(status.drift().plan().warnings()));
    json.set("refusals", JobJson.findings(status.drift().plan().refusals()));
    return json;
  }

  private List<String> lines(Style style) {
    Table table =
        new Table(
            "FUNCTION",
            "REGION",
            "RUNTIME",
            "BY",
            "LAYER",
            "HANDLER",
            "SERVICE",
            "ENV",
            "FORWARDER",
            "LAST RUN",
            "DRIFT");
    statuses.forEach(it -> table.row(cells(it)));
    List<String> lines = new ArrayList<>();
    if (!statuses.isEmpty()) {
      lines.addAll(table.lines(style));
    }
    for (JobResult failure : failures) {
      failure.problem().ifPresent(it -> lines.addAll(error(it, style)));
    }
    long drifted = statuses.stream().filter(FunctionStatus::isDrifted).count();
    String count = statuses.size() + (statuses.size() == 1 ? " function: " : " functions: ");
    lines.add(count + drifted + " not as the options say");
    return lines;
  }

  private static List<String> error(Problem problem, Style style) {
    return List.of(
        style.paint(Tone.BAD, "error: ") + Screen.harmless(problem.message()),
        "  " + Screen.harmless(problem.remedy()));
  }

  private Cell[] cells(FunctionStatus status) {
    String how = status.how();
    return new Cell[] {
      new Cell(status.function().name(), Tone.STRONG),
      Cell.of(status.function().region()),
      Cell.of(status.function().runtime()),
      new Cell(how, how.equals("none") ? Tone.FAINT : Tone.GOOD),
      Cell.of(orDash(status.layer())),
      Cell.of(orDash(status.handler())),
      Cell.of(orDash(status.function().variable("DD_SERVICE"))),
      Cell.of(orDash(status.function().variable("DD_ENV"))),
      Cell.of(
          status
              .forwarding()
              .map(it -> it.destination().shape().replaceFirst(".*:", ""))
              .orElse("-")),
      Cell.of(status.last().map(it -> it.text(now)).orElse("-")),
      drift(status)
    };
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static Cell drift(FunctionStatus status) {
    if (status.drift().plan().isRefused()) {
      return new Cell("refused", Tone.BAD);
    }
    int changes = status.drift().plan().changes().size();
    return status.isDrifted() ? new Cell(changes + " to change", Tone.WARN) : Cell.of("-");
  }
}
