package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * All that happened in one run of the whole path.
 *
 * @param executions the functions' invocations
 * @param deliveries what was handed to the forwarder
 * @param requests what the intake received
 */
public record Session(
    List<Execution> executions, List<Delivery> deliveries, List<IntakeRequest> requests) {
  /** Copies the lists. */
  public Session {
    executions = List.copyOf(executions);
    deliveries = List.copyOf(deliveries);
    requests = List.copyOf(requests);
  }

  /** All that the intake accepted. */
  public Contents arrived() {
    List<Span> spans = new ArrayList<>();
    List<MetricPoint> points = new ArrayList<>();
    List<LogEntry> logs = new ArrayList<>();
    for (IntakeRequest request : requests) {
      if (request.accepted()) {
        spans.addAll(request.contents().spans());
        points.addAll(request.contents().points());
        logs.addAll(request.contents().logs());
      }
    }
    return new Contents(spans, points, logs);
  }

  /** What was written held against what arrived. */
  public Ledger ledger() {
    return Ledger.of(executions, arrived());
  }

  /** One story for each invocation. */
  public List<InvocationStory> stories() {
    return Stories.of(executions, arrived());
  }

  /** The values that the forwarder derived from the platform's lines. */
  public List<MetricPoint> derivedPoints() {
    return Stories.derived(executions, arrived());
  }

  /** Whether every invocation succeeded and all that was written arrived. */
  public boolean ok() {
    return executions.stream().allMatch(execution -> execution.invocation().succeeded())
        && ledger().complete();
  }
}
