package io.sleddog.cli.lambda;

import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that become tags of the functions. */
final class TagOptions {
  @Option(
      names = "--extra-tags",
      order = 23,
      paramLabel = "KEY:VALUE,…",
      description = "Tags, merged into DD_TAGS; AWS tags as well if there is a forwarder.")
  private String extraTags = "";

  @Option(
      names = "--replace-tags",
      order = 23,
      description = "With --extra-tags: have no other tags in DD_TAGS than those.")
  private boolean isReplacing;

  @Option(
      names = {"-s", "--source-code-integration"},
      order = 34,
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Add tags for commit and repository of the current folder; false by default.")
  private boolean isSourceTagged;

  /** The vendor's command line has it, to switch off what is off here by default. */
  @Option(names = "--no-source-code-integration", hidden = true)
  private boolean isNotSourceTagged;

  /**
   * Settings with the tags.
   *
   * @throws Problem if what the user wrote is none
   */
  Settings apply(Settings settings, Run run) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (isSourceTagged && !isNotSourceTagged) {
      tags.putAll(SourceTags.of(run.session().folder(), run.screen()));
    }
    if (!extraTags.isEmpty()) {
      tags.putAll(parse(extraTags));
    }
    if (isReplacing && tags.isEmpty()) {
      throw Problem.usage(
          "replace-tags", "--replace-tags has no tags to put there", "Add --extra-tags");
    }
    Settings changed = isReplacing ? settings.replacingTags() : settings;
    for (Map.Entry<String, String> it : tags.entrySet()) {
      changed = changed.withTag(it.getKey(), Text.of(it.getValue()));
    }
    return changed;
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : text.split(",", 0)) {
      int colon = tag.indexOf(':');
      if (colon < 1 || colon == tag.length() - 1) {
        throw Problem.usage(
            "extra-tags", "\"" + tag + "\" in --extra-tags is no tag", "Write key:value,key:value");
      }
      tags.put(tag.substring(0, colon).strip(), tag.substring(colon + 1).strip());
    }
    return tags;
  }
}
