package io.sleddog.forwarder.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.MetricPoint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfMetricsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private final SelfMetrics metrics = new SelfMetrics(Records.INVOCATION, "1.2.3", "s3", CLOCK);

  @Test
  void work_countsThatAreNotZero_areTagged() {
    Counters handed = new Counters();
    handed.add(Count.LOGS_FORWARDED, 7);

    List<MetricPoint> points = metrics.work(new Counters(), handed);

    assertThat(points)
        .extracting(MetricPoint::name, MetricPoint::value, MetricPoint::epochSeconds)
        .containsExactly(
            tuple("aws.dd_forwarder.incoming_events", 0.0, 1_700_000_000L),
            tuple("aws.dd_forwarder.logs_forwarded", 7.0, 1_700_000_000L));
    assertThat(points.get(0).tags())
        .containsExactly(
            "forwardername:test_function",
            "forwarder_memorysize:1024",
            "forwarder_version:1.2.3",
            "event_type:s3");
  }

  @Test
  void trouble_whatWentWrong_isToldAfterwards() {
    Counters counters = new Counters();
    counters.add(Count.LOGS_FORWARDED, 7);
    counters.add(Count.LOGS_FAILED, 2);

    assertThat(metrics.trouble(counters))
        .extracting(MetricPoint::name)
        .containsExactly("aws.dd_forwarder.logs_failed");
    assertThat(metrics.trouble(new Counters())).isEmpty();
  }
}
