package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Envelope;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the doctor says of several subjects. */
final class DoctorReport {
  private final List<Findings> patients;
  private final String rule;

  /**
   * A report.
   *
   * @param rule the id of the one rule that is wanted; empty for all
   */
  DoctorReport(List<Findings> patients, String rule) {
    this.patients = List.copyOf(patients);
    this.rule = rule;
  }

  /** The whole report. */
  Report report() {
    return new Report(status(), json(), this::lines, problem());
  }

  /** A report of what alone is judged otherwise than in an earlier one, if anything. */
  Optional<DoctorReport> since(DoctorReport earlier) {
    List<Findings> changed = new ArrayList<>();
    for (Findings patient : patients) {
      Optional<Findings> before =
          earlier.patients.stream().filter(it -> it.subject().equals(patient.subject())).findAny();
      Findings fresh = before.map(patient::since).orElse(patient);
      if (fresh.problem().isPresent() || !wanted(fresh).isEmpty()) {
        changed.add(fresh);
      }
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(new DoctorReport(changed, rule));
  }

  /** What the user should do something about. */
  List<Diagnosis> found() {
    return patients.stream()
        .flatMap(it -> wanted(it).stream())
        .filter(it -> it.verdict().isFinding())
        .toList();
  }

  private ExitStatus status() {
    long unread = patients.stream().filter(it -> it.problem().isPresent()).count();
    if (unread > 0) {
      return unread == patients.size() ? ExitStatus.FAILED : ExitStatus.PARTLY;
    }
    return found().isEmpty() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private Optional<Problem> problem() {
    long unread = patients.stream().filter(it -> it.problem().isPresent()).count();
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            Problem.failed(
                "not-all",
                "Not looked at: " + unread + " of " + patients.size() + " functions",
                "Each of them says why"));
  }

  private List<Diagnosis> wanted(Findings patient) {
    return patient.all().stream()
        .filter(it -> rule.isEmpty() || it.cause().id().equals(rule))
        .toList();
  }

  private List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    for (Findings patient : patients) {
      lines.add(style.paint(Tone.STRONG, Screen.harmless(patient.subject())));
      patient
          .problem()
          .ifPresent(
              it -> {
                lines.add("  " + style.paint(Tone.BAD, "error: ") + Screen.harmless(it.message()));
                lines.add("    " + Screen.harmless(it.remedy()));
              });
      wanted(patient).forEach(it -> lines.addAll(lines(it, style)));
    }
    return lines;
  }

  /** One diagnosis for people. */
  static List<String> lines(Diagnosis it, Style style) {
    List<String> lines = new ArrayList<>();
    String word = String.format("%-8s", it.verdict().word());
    lines.add(
        "  "
            + style.paint(it.verdict().tone(), word)
            + it.cause().id()
            + "  "
            + Screen.harmless(it.message()));
    if (!it.evidence().isEmpty()) {
      lines.add("          seen: " + Screen.harmless(it.evidence()));
    }
    if (!it.remedy().isEmpty()) {
      lines.add("          do:   " + Screen.harmless(it.remedy()));
    }
    return lines;
  }

  private ObjectNode json() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("subjects");
    for (Findings patient : patients) {
      ObjectNode one = list.addObject().put("subject", patient.subject());
      patient.problem().ifPresent(it -> one.set("error", Envelope.error(it)));
      ArrayNode rules = one.putArray("rules");
      wanted(patient).forEach(it -> rules.add(json(it)));
    }
    return json;
  }

  /** One diagnosis for programs. */
  static ObjectNode json(Diagnosis it) {
    ObjectNode json =
        Json.object()
            .put("id", it.cause().id())
            .put("verdict", it.verdict().word())
            .put("message", it.message())
            .put("evidence", it.evidence())
            .put("remedy", it.remedy());
    it.command().ifPresent(words -> json.put("command", "sleddog " + String.join(" ", words)));
    return json;
  }
}
