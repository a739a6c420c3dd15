package io.sleddog.local.report;

import io.sleddog.local.measure.Comparison;
import io.sleddog.local.measure.Times;
import io.sleddog.local.testing.Golden;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
  @Test
  void lines_slowerColdAndFasterWarm_haveBothSigns() {
    Comparison comparison =
        new Comparison(
            "orders",
            new Comparison.Plan(2, 200, 300),
            new Times(micros(412_345, 400_000), micros(640, 500, 510)),
            new Times(micros(431_000, 423_000), micros(620, 480, 1_234)));

    List<String> lines = new ComparisonReport(false).lines(comparison);

    Golden.check("comparison", "both-signs", "out.txt", String.join("\n", lines) + "\n");
  }

  private static List<Duration> micros(int... times) {
    return java.util.Arrays.stream(times)
        .mapToObj(micros -> Duration.ofNanos(micros * 1000L))
        .toList();
  }
}
