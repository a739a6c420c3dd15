package io.sleddog.forwarder.route;

import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.Slice;
import org.jspecify.annotations.Nullable;

/** Reads the reports of invocations among the lines of a function. */
final class ReportReader {
  private static final String START = "REPORT";
  private static final String TYPE = "platform.report";
  private static final double UNKNOWN = -1;

  private ReportReader() {}

  /** Reads a JSON record or a text line; null if the message is neither. */
  static @Nullable Report read(String message) {
    Report report = message.contains(TYPE) ? json(message) : null;
    for (int at = 0; report == null && (at = message.indexOf(START, at)) >= 0; at++) {
      report = text(message, at);
    }
    return report;
  }

  private static @Nullable Report text(String message, int at) {
    ReportScanner scanner = new ReportScanner(message, at);
    boolean begins = scanner.word(START) && scanner.word("RequestId:") && scanner.anyWord();
    if (!begins) {
      return null;
    }
    double duration = scanner.number("Duration:", "ms");
    double billed = scanner.number("Billed Duration:", "ms");
    double memory = scanner.number("Memory Size:", "MB");
    double maxMemory = scanner.number("Max Memory Used:", "MB");
    if (duration < 0 || billed < 0 || memory < 0 || maxMemory < 0) {
      return null;
    }
    double init = scanner.number("Init Duration:", "ms");
    return new Report(duration, billed, (int) memory, (int) maxMemory, init, false);
  }

  /** Only the places that the platform writes to count; spans and tracing have types too. */
  private static @Nullable Report json(String message) {
    Slice bytes = Slice.of(message);
    JsonTree report = JsonTree.of(bytes.array(), bytes.offset(), bytes.length());
    JsonTree metrics = report.at("record").at("metrics");
    double duration = number(metrics.at("durationMs"));
    double billed = number(metrics.at("billedDurationMs"));
    boolean measured = duration >= 0 || billed >= 0;
    if (!report.at("type").text().equals(TYPE) || !measured) {
      return null;
    }
    return new Report(
        duration,
        billed,
        (int) number(metrics.at("memorySizeMB")),
        (int) number(metrics.at("maxMemoryUsedMB")),
        number(metrics.at("initDurationMs")),
        report.at("record").at("status").text().equals("timeout"));
  }

  private static double number(JsonTree value) {
    try {
      return value.text().isEmpty() ? UNKNOWN : Double.parseDouble(value.text());
    } catch (NumberFormatException ignored) {
      return UNKNOWN;
    }
  }
}
