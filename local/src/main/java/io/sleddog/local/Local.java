package io.sleddog.local;

import io.sleddog.local.model.Target;
import io.sleddog.local.session.Session;
import java.time.Clock;
import java.util.List;

/** The whole path on one machine, from a function's handler to an intake. */
public final class Local {
  private final LocalOptions options;
  private final Parts parts;

  /** The path for these options; nothing starts yet. */
  public Local(LocalOptions options) {
    this.options = options;
    this.parts = new Parts(options.cache());
  }

  /**
   * Runs every function with each of its events, once, and waits until the forwarder is done.
   *
   * @throws io.sleddog.local.model.UserProblem if a function's code or handler is not there
   */
  public Session once() throws InterruptedException {
    try (WholePath path = new WholePath(parts, Clock.systemUTC())) {
      path.intake().fail(options.fault());
      return new Once(path).run(targets());
    }
  }

  private List<Target> targets() {
    return options.targets().isEmpty() ? Samples.all(parts) : options.targets();
  }
}
