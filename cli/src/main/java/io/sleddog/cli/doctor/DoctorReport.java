package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doctor says.
 *
 * @param patients what was found of each function or file
 * @param rule the id of the one rule that is asked for; empty for all
 */
record DoctorReport(List<Findings> patients, String rule) {
  Report report() {
    boolean isFound =
        patients.stream()
            .flatMap(it -> wanted(it).stream())
            .anyMatch(it -> it.verdict().isFinding());
    return Report.of(isFound ? ExitStatus.FINDINGS : ExitStatus.OK, json(), this::lines);
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
      wanted(patient).forEach(it -> lines.addAll(lines(it, style)));
    }
    return lines;
  }

  private static List<String> lines(Diagnosis it, Style style) {
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
      ArrayNode rules = list.addObject().put("subject", patient.subject()).putArray("rules");
      wanted(patient)
          .forEach(
              it ->
                  rules
                      .addObject()
                      .put("id", it.cause().id())
                      .put("verdict", it.verdict().word())
                      .put("message", it.message())
                      .put("evidence", it.evidence())
                      .put("remedy", it.remedy()));
    }
    return json;
  }
}
