package io.sleddog.local.live;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEvent;
import java.util.List;

/**
 * One invocation on its way from the handler to the intake.
 *
 * @param function the function
 * @param execution its invocation and what it wrote
 * @param deliveries what of it was handed to the forwarder; none while it waits
 * @param requests what the intake received meanwhile, also what it refused; without deliveries,
 *     what a process sent to the agent by itself
 */
public record Ride(
    FunctionSpec function,
    Execution execution,
    List<Delivery> deliveries,
    List<IntakeRequest> requests) {
  private static final long BYTES_OF_REQUEST = 500;
  private static final long BYTES_OF_ITEM = 500;

  /** Copies the lists. */
  public Ride {
    deliveries = List.copyOf(deliveries);
    requests = List.copyOf(requests);
  }

  /** An invocation whose lines still wait for the forwarder. */
  public static Ride begun(FunctionSpec function, Execution execution) {
    return new Ride(function, execution, List.of(), List.of());
  }

  /**
   * Whether a process sent it to the agent by itself, so that no function and no line is behind.
   */
  public boolean direct() {
    return deliveries.isEmpty() && !requests.isEmpty();
  }

  /** Whether its function ran elsewhere, so that no more than its log is known. */
  public boolean logged() {
    return !direct() && function.handler().isEmpty();
  }

  /** The request id of the invocation. */
  public String id() {
    return execution.invocation().requestId();
  }

  /** Whether the forwarder has not run for it yet. */
  public boolean waiting() {
    return deliveries.isEmpty() && requests.isEmpty();
  }

  private static long bytesOf(Contents contents) {
    long items = (long) contents.spans().size() + contents.points().size() + contents.logs().size();
    return BYTES_OF_REQUEST + items * BYTES_OF_ITEM;
  }

  /** About how many bytes it takes to keep. */
  public long bytes() {
    long bytes = execution.invocation().event().size();
    bytes += execution.invocation().payload().size();
    for (LogEvent event : execution.events()) {
      bytes += 2L * event.message().length();
    }
    for (IntakeRequest request : requests) {
      bytes += 3L * request.body().size() + bytesOf(request.contents());
    }
    return bytes;
  }
}
