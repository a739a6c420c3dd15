package io.sleddog.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.InvocationStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the platform reports of an invocation at its end, read from its line in either log format.
 *
 * @param requestId the invocation's id
 * @param duration how long the handler took
 * @param billedMillis what AWS bills; 0 if the line does not say it
 * @param init how long the start or the restoring of the environment took; null if it was warm
 * @param memoryMb the function's memory
 * @param maxMemoryMb the most memory that was used
 * @param status how it ended as far as the platform knows; text does not tell of a handler that
 *     threw
 * @param errorType AWS's word for the failure; null if the line has none
 */
public record PlatformReport(
    String requestId,
    Duration duration,
    long billedMillis,
    @Nullable Duration init,
    int memoryMb,
    int maxMemoryMb,
    InvocationStatus status,
    @Nullable String errorType) {
  private static final Pattern TEXT = Pattern.compile("REPORT RequestId: (\\S+)\\s");
  private static final Pattern DURATION = Pattern.compile("\\sDuration: ([\\d.]{1,15}) ms");
  private static final Pattern BILLED = Pattern.compile("Billed Duration: (\\d{1,9}) ms");
  private static final Pattern INIT =
      Pattern.compile("(?:Init|Restore) Duration: ([\\d.]{1,15}) ms");
  private static final Pattern SIZE = Pattern.compile("Memory Size: (\\d{1,6}) MB");
  private static final Pattern USED = Pattern.compile("Max Memory Used: (\\d{1,6}) MB");
  private static final Pattern STATUS = Pattern.compile("\\sStatus: (\\w+)");
  private static final Pattern ERROR = Pattern.compile("Error Type: (\\S+)");
  private static final double NANOS_PER_MILLI = 1e6;

  /** The report that a line is; empty if it is none. */
  public static Optional<PlatformReport> parse(String line) {
    Matcher text = TEXT.matcher(line);
    if (text.lookingAt()) {
      return Optional.of(ofText(text.group(1), line));
    }
    return line.contains("platform.report")
        ? Json.tryParseObject(line).flatMap(PlatformReport::ofJson)
        : Optional.empty();
  }

  private static PlatformReport ofText(String requestId, String line) {
    String status = find(STATUS, line).orElse("success");
    return new PlatformReport(
        requestId,
        find(DURATION, line).map(PlatformReport::millis).orElse(Duration.ZERO),
        find(BILLED, line).map(Long::parseLong).orElse(0L),
        find(INIT, line).map(PlatformReport::millis).orElse(null),
        find(SIZE, line).map(Integer::parseInt).orElse(0),
        find(USED, line).map(Integer::parseInt).orElse(0),
        status(status, find(ERROR, line)),
        find(ERROR, line).orElse(null));
  }

  private static Optional<PlatformReport> ofJson(ObjectNode line) {
    JsonNode record = line.path("record");
    JsonNode metrics = record.path("metrics");
    if (!line.path("type").asText().equals("platform.report") || !metrics.isObject()) {
      return Optional.empty();
    }
    JsonNode init = metrics.path("initDurationMs");
    JsonNode start = init.isNumber() ? init : metrics.path("restoreDurationMs");
    Optional<String> error = Optional.ofNullable(record.path("errorType").textValue());
    return Optional.of(
        new PlatformReport(
            record.path("requestId").asText(),
            millis(metrics.path("durationMs").asDouble()),
            metrics.path("billedDurationMs").asLong(),
            start.isNumber() ? millis(start.asDouble()) : null,
            metrics.path("memorySizeMB").asInt(),
            metrics.path("maxMemoryUsedMB").asInt(),
            status(record.path("status").asText("success"), error),
            error.orElse(null)));
  }

  /** A handler that threw and a process that died have the same word, but not the same type. */
  private static InvocationStatus status(String word, Optional<String> error) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "timeout" -> InvocationStatus.TIMEOUT;
      case "error", "failure" ->
          error
                  .filter(type -> type.startsWith("Runtime.") || type.startsWith("Sandbox."))
                  .isPresent()
              ? InvocationStatus.CRASH
              : InvocationStatus.ERROR;
      default -> InvocationStatus.SUCCESS;
    };
  }

  private static Optional<String> find(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Duration millis(String number) {
    try {
      return millis(Double.parseDouble(number));
    } catch (NumberFormatException dotted) {
      return Duration.ZERO;
    }
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos((long) (millis * NANOS_PER_MILLI));
  }
}
