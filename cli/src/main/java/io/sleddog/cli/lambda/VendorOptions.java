package io.sleddog.cli.lambda;

import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Tone;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options of Datadog's own command line that mean nothing beside a forwarder; they are taken, so
 * that a call of that one works here, and it is said what becomes of them.
 */
final class VendorOptions {
  @Option(
      names = {"-e", "--extension-version"},
      hidden = true)
  private @Nullable String extensionVersion;

  @Option(names = "--logging", hidden = true)
  private @Nullable String logging;

  @Option(names = "--apm-flush-deadline", hidden = true)
  private @Nullable String apmFlushDeadline;

  @Option(names = "--appsec", hidden = true)
  private boolean isAppsec;

  @Option(names = "--llmobs", hidden = true)
  private @Nullable String llmobs;

  @Option(
      names = {"--lambda-fips", "--fips", "--fips-ignore-error"},
      hidden = true)
  private boolean isFips;

  @Option(
      names = {"-u", "--upload-git-metadata"},
      arity = "0..1",
      fallbackValue = "true",
      hidden = true)
  private boolean isUploading;

  @Option(names = "--no-upload-git-metadata", hidden = true)
  private boolean isNotUploading;

  /**
   * Says what becomes of the options that are given.
   *
   * @throws Problem if the extension is asked for
   */
  void explain(Run run) {
    if (extensionVersion != null && !extensionVersion.equals("none")) {
      throw Problem.usage(
          "extension",
          "--extension-version "
              + extensionVersion
              + ": Sleddog works without the extension, and a"
              + " forwarder beside it would send everything twice",
          "Leave the option out, or give none");
    }
    notes()
        .forEach(
            (option, why) ->
                run.screen()
                    .note(
                        run.screen().style().paint(Tone.WARN, "warning: ")
                            + option
                            + " has no effect: "
                            + why));
  }

  private Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    note(notes, logging != null, "--logging", "the forwarder sends the logs");
    note(notes, apmFlushDeadline != null, "--apm-flush-deadline", "nothing waits to be flushed");
    note(notes, isAppsec, "--appsec", "it needs the extension");
    note(notes, llmobs != null, "--llmobs", "it needs the extension");
    note(notes, isFips, "--lambda-fips", "the layer makes no connection");
    boolean isUpload = isUploading && !isNotUploading;
    note(notes, isUpload, "--upload-git-metadata", "use Datadog's own command line for that");
    return notes;
  }

  private static void note(Map<String, String> notes, boolean isGiven, String option, String why) {
    if (isGiven) {
      notes.put(option, why);
    }
  }
}
