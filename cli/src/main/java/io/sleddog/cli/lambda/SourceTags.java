package io.sleddog.cli.lambda;

import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Tone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags that lead from Datadog to the source: commit and repository, as git tells them. */
final class SourceTags {
  private SourceTags() {}

  /** The tags of the repository that a folder is in; none, with a note, if it is in none. */
  static Map<String, String> of(Path folder, Screen screen) {
    Map<String, String> tags = new LinkedHashMap<>();
    git(folder, "rev-parse", "HEAD").ifPresent(it -> tags.put("git.commit.sha", it));
    git(folder, "config", "--get", "remote.origin.url")
        .map(SourceTags::withoutCredentials)
        .ifPresent(it -> tags.put("git.repository_url", it));
    if (tags.isEmpty()) {
      screen.note(
          screen.style().paint(Tone.WARN, "warning: ")
              + "no tags for the source: git knows of no commit in "
              + folder);
    }
    return tags;
  }

  /** An address without its scheme, and without a name or a password before the host. */
  static String withoutCredentials(String address) {
    return address.replaceFirst("^[a-z+]+://(?:[^/@]*@)?", "");
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
