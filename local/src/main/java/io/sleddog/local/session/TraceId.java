package io.sleddog.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a log names, as Datadog finds it: {@code dd.trace_id} as a key of its own or in an
 * object {@code dd}, in the log or in its JSON message, or {@code dd.trace_id=…} in the text.
 */
public final class TraceId {
  private static final Pattern IN_TEXT = Pattern.compile("dd\\.trace_id[=:]\\s*\"?([0-9a-fA-F]+)");
  private static final int HEX_DIGITS = 32;

  private TraceId() {}

  /** The lower half of the trace id that the log names, if it names one. */
  public static Optional<Long> of(LogEntry log) {
    return inFields(log.fields())
        .or(() -> Json.tryParseObject(log.message()).flatMap(TraceId::inFields))
        .or(() -> inText(log.message()))
        .flatMap(TraceId::lowerHalf);
  }

  private static Optional<String> inFields(ObjectNode fields) {
    JsonNode flat = fields.path("dd.trace_id");
    JsonNode id = flat.isMissingNode() ? fields.path("dd").path("trace_id") : flat;
    return id.isValueNode() && !id.isNull() ? Optional.of(id.asText()) : Optional.empty();
  }

  private static Optional<String> inText(String message) {
    Matcher matcher = IN_TEXT.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Long> lowerHalf(String id) {
    try {
      long value =
          id.length() == HEX_DIGITS
              ? Long.parseUnsignedLong(id.substring(HEX_DIGITS / 2), 16)
              : Long.parseUnsignedLong(id);
      return value == 0 ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException noId) {
      return Optional.empty();
    }
  }
}
