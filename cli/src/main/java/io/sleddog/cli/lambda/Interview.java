package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.subject.Selector;
import io.sleddog.cli.subject.Target;
import io.sleddog.plan.settings.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for what the options do not say. */
final class Interview {
  private static final Map<Variable, String> QUESTIONS =
      Map.of(
          Variable.SERVICE, "Service (DD_SERVICE)?",
          Variable.ENV, "Environment (DD_ENV), such as prod?",
          Variable.VERSION, "Version (DD_VERSION)?");

  private final Run run;
  private final Cloud cloud;

  /**
   * An interview.
   *
   * @throws Problem if there is nobody to be asked
   */
  Interview(Run run, Cloud cloud) {
    if (run.isJson() || !run.screen().isInteractive()) {
      throw Problem.usage(
          "not-interactive",
          "--interactive needs a person at a terminal",
          "Leave it out and give options, or run it on a terminal without --json");
    }
    this.run = run;
    this.cloud = cloud;
  }

  /** Asks for what is missing, and sets it. */
  Selection ask(Selection said, Wishes wishes, AwsOptions aws) {
    Selection selection = said.isEmpty() ? functions(aws) : said;
    if (wishes.wiring().forwarders().isEmpty()) {
      String forwarder = ask("Forwarder (ARN or name; nothing for none)?");
      if (!forwarder.isEmpty()) {
        wishes.wiring().forwardTo(forwarder);
      }
    }
    for (Variable variable : List.of(Variable.SERVICE, Variable.ENV, Variable.VERSION)) {
      if (!wishes.variables().isSaid(variable)) {
        String answer = ask(QUESTIONS.getOrDefault(variable, "") + " (nothing to leave it)");
        wishes.variables().say(variable, answer);
      }
    }
    return selection;
  }

  private String ask(String question) {
    return run.screen().ask(question);
  }

  private Selection functions(AwsOptions aws) {
    List<String> regions = new ArrayList<>(aws.regions(run, cloud));
    if (regions.isEmpty()) {
      regions.add(ask("Region?"));
    }
    Map<String, Target> byNumber = new LinkedHashMap<>();
    Selection all = Selection.of(List.of("*"));
    for (Target it : new Selector(cloud, regions).select(all)) {
      String number = String.valueOf(byNumber.size() + 1);
      run.screen()
          .note(
              "%4s  %s  %s"
                  .formatted(number, Screen.harmless(it.name()), String.join(",", it.regions())));
      byNumber.put(number, it);
    }
    return chosen(ask("Which functions? Numbers, names or patterns, by comma"), byNumber);
  }

  private static Selection chosen(String answer, Map<String, Target> byNumber) {
    List<String> chosen = new ArrayList<>();
    for (String word : answer.split("[,\\s]+", 0)) {
      Target numbered = byNumber.get(word);
      if (!word.isEmpty()) {
        chosen.add(numbered == null ? word : numbered.name());
      }
    }
    return Selection.of(chosen);
  }
}
