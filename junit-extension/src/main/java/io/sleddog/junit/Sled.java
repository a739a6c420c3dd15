package io.sleddog.junit;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Rehearsal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Invokes handlers for a test: objects in the test's own process, classes and names in a process of
 * the function's own. The first invocation in a test class is a cold start, as on AWS.
 */
public final class Sled {
  private final Track track;
  private final Queue<Ride> rides = new ConcurrentLinkedQueue<>();

  Sled(Track track) {
    this.track = track;
  }

  /**
   * Invokes a handler in the test's own process: one that was made with the test's own parts, and
   * that a debugger can follow.
   *
   * @param handler what the wrapper observes, as if it were redirected to
   * @param event what the runtime would make of the event's JSON
   * @throws AssertionError if the test is strict and something that was written did not arrive, or
   *     Sleddog warned of something
   */
  public <I, O> Ride invoke(RequestHandler<I, O> handler, I event) {
    return ride(() -> track.stage().perform(handler, event));
  }

  /**
   * Invokes a handler in the test's own process, with its event read from JSON and its result
   * written as the runtime does it.
   *
   * @param handler an object of a class that says of what type its event is; a lambda does not
   * @param event the event's JSON
   * @throws AssertionError as {@link #invoke(RequestHandler, Object)}
   */
  public Ride invokeJson(RequestHandler<?, ?> handler, String event) {
    return ride(() -> track.stage().perform(Rehearsal.handler(handler), event));
  }

  /**
   * Invokes a handler of streams in the test's own process.
   *
   * @param event the event's JSON
   * @throws AssertionError as {@link #invoke(RequestHandler, Object)}
   */
  public Ride invoke(RequestStreamHandler handler, String event) {
    return ride(() -> track.stage().perform(handler, event));
  }

  /**
   * Invokes a handler in a process of the function's own, which lives on for its next invocation.
   *
   * @param handler a class that implements one of the runtime's handler interfaces
   * @param event the event's JSON
   * @throws AssertionError as {@link #invoke(RequestHandler, Object)}
   */
  public Ride invoke(Class<?> handler, String event) {
    return invoke(handler.getName(), event);
  }

  /**
   * Invokes a handler that is named as AWS takes it, {@code pkg.Class::method}.
   *
   * @throws io.sleddog.local.model.UserProblem if there is no such class
   * @throws AssertionError as {@link #invoke(RequestHandler, Object)}
   */
  public Ride invoke(String handler, String event) {
    return ride(() -> track.run(handler, event));
  }

  /** Makes the next invocation a cold start. */
  public void goCold() {
    track.goCold();
  }

  private interface Invocation {
    Ride run() throws InterruptedException;
  }

  private Ride ride(Invocation invocation) {
    try {
      Ride ride = invocation.run();
      rides.add(ride);
      if (track.strict()) {
        ride.requireAllArrived();
        ride.requireNoWarnings();
      }
      return ride;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function ran", e);
    }
  }

  /** At the end of a test: nobody may have missed that a handler threw. */
  void requireFailuresSeen() {
    if (track.strict()) {
      rides.forEach(Ride::requireFailureSeen);
    }
  }
}
