package io.sleddog.benchmarks.cold;

import io.sleddog.benchmarks.function.Events;
import io.sleddog.local.Local;
import io.sleddog.local.LocalOptions;
import io.sleddog.local.measure.Comparison;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** A bare function against the same under the layer's zip, in fresh processes in turn. */
public final class ColdStarts {
  private static final int MEMORY_MB = 1024;

  private final Path scratch;

  /** Puts code and unpacked parts below {@code scratch}. */
  public ColdStarts(Path scratch) {
    this.scratch = scratch;
  }

  /**
   * Measures one function.
   *
   * @param method how the name of the handler goes on behind its class: not at all, or {@code
   *     ::handleRequest}, which the runtime calls by reflection
   * @param progress is told the number of each round as it begins
   */
  public Comparison measure(
      Class<?> handler, String method, Comparison.Plan plan, IntConsumer progress)
      throws IOException, InterruptedException {
    FunctionSpec function =
        FunctionSpec.of(
            handler.getSimpleName(),
            handler.getName() + method,
            FunctionFolder.of(handler, scratch));
    FunctionSpec sized = function.withLimits(MEMORY_MB, function.timeout());
    NamedEvent event = new NamedEvent("rest-api", Payload.of(Events.restApi()));
    Target target = new Target(sized, true, List.of(event));
    LocalOptions options = new LocalOptions(scratch.resolve("parts"), List.of(target), null);
    return new Local(options).compare(plan, progress);
  }
}
