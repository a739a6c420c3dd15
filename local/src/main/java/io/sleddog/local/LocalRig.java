package io.sleddog.local;

import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.session.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole path kept open, for tests: each invocation goes through the layer, the forwarder and
 * the intake before it returns. A function keeps its process from one invocation to the next.
 */
public final class LocalRig implements AutoCloseable {
  private final WholePath path;
  private final Map<FunctionSpec, RunningFunction> functions = new HashMap<>();

  private LocalRig(WholePath path) {
    this.path = path;
  }

  /**
   * Opens the path.
   *
   * @param cache where bundled parts are unpacked to
   */
  public static LocalRig open(Path cache) {
    return new LocalRig(
        new WholePath(new Parts(cache), Clock.systemUTC(), List.of(), NoInbox.INSTANCE).begin());
  }

  /**
   * Invokes a function under the layer and waits until the forwarder is done with what it wrote.
   *
   * @return a session of this one invocation
   * @throws io.sleddog.local.model.UserProblem if the function's code or handler is not there
   */
  public synchronized Session invoke(FunctionSpec function, Payload event)
      throws InterruptedException {
    RunningFunction running =
        functions.computeIfAbsent(function, spec -> path.add(new Target(spec, true, List.of())));
    Execution execution = running.invoke(event);
    path.deliver(List.of(execution));
    return path.take(execution);
  }

  /** Ends the functions' processes, so that their next invocations are cold starts. */
  public synchronized void goCold() {
    functions.values().forEach(RunningFunction::goCold);
  }

  @Override
  public void close() {
    path.close();
  }
}
