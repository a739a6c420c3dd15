package io.sleddog.junit;

import io.sleddog.local.LocalRig;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import io.sleddog.local.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Invokes handlers for a test. The first invocation of a handler is a cold start, as on AWS. */
public final class Sled {
  private final LocalRig rig;
  private final FunctionSpec function;
  private final boolean strict;

  private Sled(LocalRig rig, FunctionSpec function, boolean strict) {
    this.rig = rig;
    this.function = function;
    this.strict = strict;
  }

  static Sled open(SleddogTest settings) {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "sleddog");
    FunctionSpec spec =
        FunctionSpec.of(settings.functionName(), "", ClassPathCode.folder())
            .withEnvironment(variables(settings.env()));
    return new Sled(
        LocalRig.open(cache),
        spec.withLimits(settings.memoryMb(), spec.timeout()),
        settings.strict());
  }

  private static Map<String, String> variables(String[] pairs) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("env needs NAME=VALUE, not " + pair);
      }
      variables.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return variables;
  }

  /**
   * Invokes a handler and waits until all that it wrote went through the forwarder.
   *
   * @param handler a class that implements one of the runtime's handler interfaces
   * @param event the event's JSON
   * @throws AssertionError if the test is strict and something that was written did not arrive
   */
  public Ride invoke(Class<?> handler, String event) {
    return invoke(handler.getName(), event);
  }

  /** Invokes a handler that is named as AWS takes it, {@code pkg.Class::method}. */
  public Ride invoke(String handler, String event) {
    try {
      long begin = System.nanoTime();
      Session session = rig.invoke(function.withHandler(handler), Payload.of(event));
      Ride ride = new Ride(session, Duration.ofNanos(System.nanoTime() - begin));
      if (strict) {
        ride.requireAllArrived();
      }
      return ride;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function ran", e);
    }
  }

  void close() {
    rig.close();
  }
}
