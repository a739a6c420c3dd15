package io.sleddog.forwarder;

import io.sleddog.forwarder.aws.FunctionClient;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Count;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Other functions that get each event as it came. What they do not take is counted and does not
 * fail the invocation, since the logs would then be delivered twice.
 */
final class FurtherFunctions {
  private static final long MOST_MILLIS = 5_000;

  private final List<String> functions;
  private final FunctionClient client;

  /**
   * Functions to invoke.
   *
   * @param functions their ARNs or names
   */
  FurtherFunctions(List<String> functions, FunctionClient client) {
    this.functions = functions;
    this.client = client;
  }

  /** Begins to hand over an event; what is given back is for {@link #finish}. */
  Map<String, Future<String>> start(byte[] event, Senders senders, Deadline deadline) {
    Map<String, Future<String>> handovers = new LinkedHashMap<>();
    for (String function : functions) {
      Deadline soon = deadline.within(MOST_MILLIS);
      handovers.put(function, senders.start(() -> handOver(function, event, soon)));
    }
    return handovers;
  }

  /** Waits for what was begun and reports what failed. */
  static void finish(Map<String, Future<String>> handovers, Deadline deadline, Result result) {
    for (Map.Entry<String, Future<String>> handover : handovers.entrySet()) {
      String problem = problem(handover.getValue(), deadline);
      Count count =
          problem.isEmpty() ? Count.ADDITIONAL_TARGETS_INVOKED : Count.ADDITIONAL_TARGETS_FAILED;
      result.counters().add(count, 1);
      if (!problem.isEmpty()) {
        result.warn("event not handed to " + handover.getKey() + ": " + problem);
      }
    }
  }

  private String handOver(String function, byte[] event, Deadline deadline) {
    try {
      client.invoke(function, event, deadline);
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String problem(Future<String> handover, Deadline deadline) {
    try {
      return handover.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the function was interrupted";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    } catch (TimeoutException e) {
      return "not taken before the function's time was up";
    }
  }
}
