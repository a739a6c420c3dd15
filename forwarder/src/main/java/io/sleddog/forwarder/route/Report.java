package io.sleddog.forwarder.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda reports at the end of an invocation. A number that it does not tell is -1.
 *
 * @param durationMillis how long the function ran
 * @param billedMillis how long is paid for
 * @param memoryMb what the function is given
 * @param maxMemoryMb what it used at most
 * @param initMillis how long it took to start; only after a cold start
 * @param timedOut whether the report says that the time ran out
 */
record Report(
    double durationMillis,
    double billedMillis,
    int memoryMb,
    int maxMemoryMb,
    double initMillis,
    boolean timedOut) {
  private static final double UNKNOWN = -1;

  /** Reads a text line or a JSON record; null if the message is neither. */
  static @Nullable Report read(String message) throws IOException {
    return message.stripLeading().startsWith("{") ? json(message) : text(message);
  }

  private static @Nullable Report text(String message) {
    int at = message.indexOf("REPORT");
    if (at < 0) {
      return null;
    }
    ReportScanner scanner = new ReportScanner(message, at);
    boolean begins = scanner.word("REPORT") && scanner.word("RequestId:") && scanner.anyWord();
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

  private static @Nullable Report json(String message) throws IOException {
    Map<String, String> found = new HashMap<>();
    try (JsonParser parser = Json.parser(message)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        if (token.isScalarValue() && parser.currentName() != null) {
          found.put(parser.currentName(), parser.getText());
        }
      }
    } catch (JacksonException e) {
      return null;
    }
    boolean measured = found.containsKey("durationMs") || found.containsKey("billedDurationMs");
    if (!"platform.report".equals(found.get("type")) || !measured) {
      return null;
    }
    return new Report(
        number(found.get("durationMs")),
        number(found.get("billedDurationMs")),
        (int) number(found.get("memorySizeMB")),
        (int) number(found.get("maxMemoryUsedMB")),
        number(found.get("initDurationMs")),
        "timeout".equals(found.get("status")));
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? UNKNOWN : Double.parseDouble(text);
    } catch (NumberFormatException ignored) {
      return UNKNOWN;
    }
  }
}
