package io.sleddog.cli.forwarder;

import io.sleddog.cli.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the forwarder's zip and template are looked for. */
public final class Artifacts {
  private static final String ZIP = "forwarder.zip";
  private static final String TEMPLATE = "forwarder.yaml";

  private final List<Path> folders;
  private final Supplier<Path> bundledZip;

  /**
   * Creates it.
   *
   * @param folders the folders, in their order
   * @param bundledZip the zip that travels inside the program, if no folder has one
   */
  public Artifacts(List<Path> folders, Supplier<Path> bundledZip) {
    this.folders = List.copyOf(folders);
    this.bundledZip = bundledZip;
  }

  /** The zip of the forwarder's code. */
  Path zip() {
    return find(ZIP).orElseGet(bundledZip);
  }

  /**
   * The forwarder's template.
   *
   * @throws Problem if it was not built
   */
  Path template() {
    return find(TEMPLATE)
        .orElseThrow(
            () ->
                Problem.failed(
                    "template-missing",
                    "There is no " + TEMPLATE + " in " + folders,
                    "Build it: ./mvnw -q package -DskipTests -pl cdk-construct -am; or give its"
                        + " path with --template"));
  }

  private Optional<Path> find(String name) {
    return folders.stream().map(it -> it.resolve(name)).filter(Files::isRegularFile).findFirst();
  }
}
