package io.sleddog.forwarder.telemetry;

import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.MetricPoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Metrics about the forwarder itself, below {@code aws.dd_forwarder}, one for each count.
 *
 * <p>They leave together with the data that they count, so that nobody waits for them: {@code
 * logs_forwarded} counts the logs that were handed to the intake, and those of them that it did not
 * take are in {@code logs_failed} or {@code logs_stored}, which follow later.
 */
public final class SelfMetrics {
  private static final String PREFIX = "aws.dd_forwarder.";
  private static final long MILLIS = 1000;
  private static final List<Count> TROUBLE =
      List.of(
          Count.LOGS_FAILED,
          Count.METRICS_FAILED,
          Count.TRACES_FAILED,
          Count.LOGS_STORED,
          Count.METRICS_STORED,
          Count.TRACES_STORED,
          Count.REPLAYED,
          Count.REPLAY_FAILED,
          Count.QUARANTINED,
          Count.EXPIRED,
          Count.ADDITIONAL_TARGETS_INVOKED,
          Count.ADDITIONAL_TARGETS_FAILED,
          Count.RETRIES,
          Count.BATCHES_SPLIT);

  private final List<String> tags;
  private final long epochSeconds;

  /**
   * Metrics of one invocation.
   *
   * @param version the forwarder's own
   * @param eventType what kind of event it is, as in {@code awslogs}
   */
  public SelfMetrics(Invocation invocation, String version, String eventType, Clock clock) {
    this.tags =
        List.of(
            "forwardername:" + invocation.functionName().toLowerCase(Locale.ROOT),
            "forwarder_memorysize:" + invocation.memoryMb(),
            "forwarder_version:" + version,
            "event_type:" + eventType);
    this.epochSeconds = clock.millis() / MILLIS;
  }

  /**
   * Points for what was done; the number of events that came in is always there.
   *
   * @param found what was counted up to now
   * @param handed what was handed to the intakes
   */
  public List<MetricPoint> work(Counters found, Counters handed) {
    List<MetricPoint> points = new ArrayList<>();
    for (Count count : Count.values()) {
      long value = found.get(count) + handed.get(count);
      if (!TROUBLE.contains(count) && (value != 0 || count == Count.INCOMING_EVENTS)) {
        points.add(point(count, value));
      }
    }
    return points;
  }

  /** Points for what went wrong on the way; none as a rule. */
  public List<MetricPoint> trouble(Counters counters) {
    List<MetricPoint> points = new ArrayList<>();
    for (Count count : TROUBLE) {
      if (counters.get(count) != 0) {
        points.add(point(count, counters.get(count)));
      }
    }
    return points;
  }

  private MetricPoint point(Count count, long value) {
    return new MetricPoint(PREFIX + count.text(), (double) value, epochSeconds, tags);
  }
}
