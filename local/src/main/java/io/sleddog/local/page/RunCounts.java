package io.sleddog.local.page;

import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.LogEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the forwarder itself counted in a run, as the line says that it leaves in its log. */
record RunCounts(Map<String, Long> counts) {
  private static final String PREFIX = "forwarder request_id=";
  private static final Pattern COUNT = Pattern.compile(" ([a-z0-9_]+)=(\\d{1,18})(?= |$)");

  /** The counts of one run; none if it left no line. */
  static RunCounts of(Delivery delivery) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LogEvent event : delivery.forwarder().events()) {
      String line = event.message().strip();
      if (line.startsWith(PREFIX)) {
        Matcher matcher = COUNT.matcher(line.replaceFirst(" not_delivered=.*", ""));
        while (matcher.find()) {
          counts.merge(matcher.group(1), Long.parseLong(matcher.group(2)), Long::sum);
        }
      }
    }
    return new RunCounts(counts);
  }

  /** Items that were kept to be tried again. */
  long spilled() {
    return sum("logs_stored", "metrics_stored", "traces_stored");
  }

  /** Kept items that were taken when they were sent again. */
  long replayed() {
    return sum("replayed");
  }

  /** Items that will not be tried again, since the intake refused them or they are too old. */
  long quarantined() {
    return sum("quarantined", "expired");
  }

  /** Logs that a setting left out. */
  long leftOut() {
    return sum("logs_filtered", "logs_switched_off");
  }

  private long sum(String... names) {
    long sum = 0;
    for (String name : names) {
      sum += counts.getOrDefault(name, 0L);
    }
    return sum;
  }
}
