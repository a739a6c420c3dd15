package io.sleddog.cli.forwarder;

import io.sleddog.cli.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is deployed, and through which bucket. */
final class CodeOptions {
  @Option(
      names = "--zip",
      order = 30,
      paramLabel = "FILE",
      description = "The forwarder's code; by default the one that belongs to this program.")
  private @Nullable Path zip;

  @Option(
      names = "--template",
      order = 31,
      paramLabel = "FILE",
      description = "The template; by default the one that was built with this program.")
  private @Nullable Path template;

  @Option(
      names = "--bucket",
      order = 32,
      paramLabel = "NAME",
      description =
          "The bucket that the code is put into; by default the stack's present one, or"
              + " sleddog-code-ACCOUNT-REGION, which is made.")
  private @Nullable String bucket;

  @Option(
      names = "--release",
      order = 33,
      paramLabel = "PLACE",
      description =
          "A release to deploy instead: the https address or the folder that has forwarder.zip,"
              + " forwarder.yaml and SHA256SUMS.")
  private @Nullable String release;

  /**
   * The zip.
   *
   * @param folder what relative paths start from
   */
  Path zip(Artifacts artifacts, Path folder) {
    return zip != null
        ? readable("--zip", folder.resolve(zip))
        : released("forwarder.zip", folder).orElseGet(artifacts.zip());
  }

  /** The template; see {@link #zip}. */
  Path template(Artifacts artifacts, Path folder) {
    return template != null
        ? readable("--template", folder.resolve(template))
        : released("forwarder.yaml", folder).orElseGet(artifacts.template());
  }

  private Optional<Path> released(String name, Path folder) {
    return Optional.ofNullable(release).map(it -> new Release(it, folder).file(name));
  }

  Optional<String> bucket() {
    return Optional.ofNullable(bucket);
  }

  private static Path readable(String option, Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.usage(
          "file-unreadable", option + ": there is no file " + file, "Give the path of a file");
    }
    return file;
  }
}
