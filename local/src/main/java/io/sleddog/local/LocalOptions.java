package io.sleddog.local;

import io.sleddog.local.intake.Fault;
import io.sleddog.local.model.Target;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param cache where bundled parts are unpacked to
 * @param targets the functions; none means the samples
 * @param fault how the intake fails; null if it works
 */
public record LocalOptions(Path cache, List<Target> targets, @Nullable Fault fault) {
  /** Copies the list. */
  public LocalOptions {
    targets = List.copyOf(targets);
  }
}
