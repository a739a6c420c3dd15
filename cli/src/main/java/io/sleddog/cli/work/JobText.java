package io.sleddog.cli.work;

import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Style;
import io.sleddog.cli.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Jobs and their outcomes for people. */
final class JobText {
  private JobText() {}

  /** What is to be done. */
  static List<String> plan(JobResult result, Style style) {
    boolean isSilent = result.outcome() == Outcome.PLANNED || result.outcome() == Outcome.REFUSED;
    String title = style.paint(Tone.STRONG, Screen.harmless(result.job().title()));
    List<String> lines = new ArrayList<>();
    lines.add(isSilent ? title : title + "  " + word(result, style));
    lines.addAll(PlanText.of(result.job(), style));
    return lines;
  }

  /** What became of it. */
  static List<String> outcome(JobResult result, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(word(result, style) + "  " + Screen.harmless(result.job().title()));
    lines.addAll(problem(result, style));
    return lines;
  }

  /** Why it went wrong, and how far it went before. */
  static List<String> problem(JobResult result, Style style) {
    List<String> lines = new ArrayList<>();
    result.problem().ifPresent(it -> lines.addAll(problem(it, style)));
    if (result.outcome() == Outcome.BEGUN) {
      lines.add("    under way: " + result.job().calls().get(result.made()).call());
    }
    if (!lines.isEmpty() && result.made() > 0) {
      lines.add("    done before that: " + made(result));
    }
    return lines;
  }

  private static List<String> problem(Problem problem, Style style) {
    return List.of(
        "  " + style.paint(Tone.BAD, "error: ") + Screen.harmless(problem.message()),
        "    " + Screen.harmless(problem.remedy()));
  }

  private static String made(JobResult result) {
    return result.job().calls().stream()
        .limit(result.made())
        .map(it -> it.call())
        .collect(Collectors.joining(", "));
  }

  private static String word(JobResult result, Style style) {
    return style.paint(result.outcome().tone(), result.outcome().word());
  }
}
