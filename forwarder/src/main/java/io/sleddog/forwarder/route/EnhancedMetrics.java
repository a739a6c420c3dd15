package io.sleddog.forwarder.route;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Metrics below {@code aws.lambda.enhanced} from what Lambda itself logs about an invocation: its
 * report, a timeout, or memory that ran out.
 */
final class EnhancedMetrics {
  private static final String PREFIX = "aws.lambda.enhanced.";
  private static final double SECONDS = 0.001;
  private static final double REQUEST_PRICE = 0.0000002;
  private static final double GIGABYTE_SECOND_PRICE = 0.0000166667;
  private static final long MILLIS = 1000;

  private final LogRecord record;
  private final List<Item> items = new ArrayList<>();
  private final List<String> tags;

  private EnhancedMetrics(LogRecord record, Arn function) {
    this.record = record;
    this.tags = new ArrayList<>();
    tags.add("region:" + function.region());
    tags.add("aws_account:" + function.account());
    tags.add("functionname:" + function.name());
    tags.addAll(record.envelope().functionTags().entries());
  }

  /** The metrics that a function's log reports; none as a rule. */
  static List<Item> derive(LogRecord record, Arn function) throws IOException {
    if (!PlatformWords.areIn(record) || record.timestampMillis() == 0) {
      return List.of();
    }
    EnhancedMetrics metrics = new EnhancedMetrics(record, function);
    String message = record.messageText();
    Report report = ReportReader.read(message);
    if (report != null) {
      metrics.report(report);
    } else if (PlatformWords.isTimeout(message)) {
      metrics.point("timeouts", 1, metrics.tags);
    } else if (PlatformWords.isOutOfMemory(message)) {
      metrics.point("out_of_memory", 1, metrics.tags);
    }
    return metrics.items;
  }

  private void report(Report report) {
    List<String> all = new ArrayList<>();
    if (report.memoryMb() > 0) {
      all.add("memorysize:" + report.memoryMb());
    }
    all.add("cold_start:" + (report.initMillis() > 0));
    all.addAll(tags);
    seconds("duration", report.durationMillis(), all);
    seconds("billed_duration", report.billedMillis(), all);
    if (report.maxMemoryMb() >= 0) {
      point("max_memory_used", report.maxMemoryMb(), all);
    }
    if (report.initMillis() > 0) {
      seconds("init_duration", report.initMillis(), all);
    }
    if (report.billedMillis() >= 0 && report.memoryMb() > 0) {
      double gigabytes = report.memoryMb() / 1024.0;
      double cost =
          REQUEST_PRICE + report.billedMillis() / 1000.0 * gigabytes * GIGABYTE_SECOND_PRICE;
      point("estimated_cost", cost, all);
    }
    if (report.timedOut()) {
      point("timeouts", 1, all);
    }
  }

  private void seconds(String name, double millis, List<String> with) {
    if (millis >= 0) {
      point(name, millis * SECONDS, with);
    }
  }

  private void point(String name, double value, List<String> with) {
    items.add(new MetricPoint(PREFIX + name, value, record.timestampMillis() / MILLIS, with));
  }
}
