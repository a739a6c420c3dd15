package io.sleddog.macro.template;

import io.sleddog.plan.change.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings of many functions, of which the same ones are said once. */
final class Findings {
  private final Map<String, List<String>> subjects = new LinkedHashMap<>();

  void add(Finding finding) {
    subjects.computeIfAbsent(text(finding), key -> new ArrayList<>()).add(finding.subject());
  }

  /** One line for each kind of finding, with all it is about. */
  List<String> lines() {
    return subjects.entrySet().stream()
        .map(it -> String.join(", ", it.getValue()) + ": " + it.getKey())
        .toList();
  }

  /** A finding where its subject is known; CloudFormation would take <code>${</code> amiss. */
  static String inTemplate(Finding finding) {
    return text(finding).replace("${", "{");
  }

  private static String text(Finding finding) {
    return finding.message() + ". " + finding.remedy() + ". [" + finding.id() + "]";
  }
}
