package io.sleddog.junit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Rehearsal;
import io.sleddog.local.LocalRig;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the handlers of one test class run: the test's own process, processes of their own, or
 * both. Each is opened when it is needed first.
 */
final class Track implements AutoCloseable {
  private final SleddogTest settings;
  private final FunctionSpec function;
  private @Nullable Stage stage;
  private @Nullable LocalRig rig;
  private @Nullable Path code;

  private Track(SleddogTest settings, FunctionSpec function) {
    this.settings = settings;
    this.function = function;
  }

  static Track open(SleddogTest settings) {
    FunctionSpec spec =
        FunctionSpec.of(settings.functionName(), "", Path.of("."))
            .withEnvironment(variables(settings.env()));
    return new Track(settings, spec.withLimits(settings.memoryMb(), spec.timeout()));
  }

  private static Map<String, String> variables(String[] pairs) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "env of @SleddogTest needs NAME=VALUE, and has " + pair.strip());
      }
      variables.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return variables;
  }

  boolean strict() {
    return settings.strict();
  }

  synchronized Stage stage() {
    if (stage == null) {
      stage = new Stage(function);
    }
    return stage;
  }

  /** Runs a handler that is named as AWS takes it, where the settings want it. */
  Ride run(String handler, String event) throws InterruptedException {
    return settings.inProcess() ? here(handler, event) : apart(handler, event);
  }

  private Ride here(String handler, String event) throws InterruptedException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    RequestStreamHandler made = Rehearsal.handler(handler, loader);
    return stage().perform(made, event);
  }

  private Ride apart(String handler, String event) throws InterruptedException {
    long begin = System.nanoTime();
    FunctionSpec named = function.withHandler(handler).withCode(code());
    return new Ride(rig().invoke(named, Payload.of(event)), begin, null, List.of());
  }

  private synchronized LocalRig rig() {
    if (rig == null) {
      rig = LocalRig.open(Path.of(System.getProperty("user.home"), ".cache", "sleddog"));
    }
    return rig;
  }

  private synchronized Path code() {
    if (code == null) {
      code = ClassPathCode.folder();
    }
    return code;
  }

  synchronized void goCold() {
    if (stage != null) {
      stage.goCold();
    }
    if (rig != null) {
      rig.goCold();
    }
  }

  @Override
  public synchronized void close() {
    if (stage != null) {
      stage.close();
    }
    if (rig != null) {
      rig.close();
    }
  }
}
