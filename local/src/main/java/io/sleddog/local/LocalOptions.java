package io.sleddog.local;

import io.sleddog.local.intake.Fault;
import io.sleddog.local.model.Route;
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
 * @param routes the ways of messages between the functions
 */
public record LocalOptions(
    Path cache, List<Target> targets, @Nullable Fault fault, List<Route> routes) {
  /** Copies the lists. */
  public LocalOptions {
    targets = List.copyOf(targets);
    routes = List.copyOf(routes);
  }

  /** Functions that send nothing to each other. */
  public LocalOptions(Path cache, List<Target> targets, @Nullable Fault fault) {
    this(cache, targets, fault, List.of());
  }
}
