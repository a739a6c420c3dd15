package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a line is, by the line format. */
enum LineKind {
  /** Spans. */
  TRACE,
  /** A value. */
  METRIC,
  /** One of the platform's: START, END, REPORT and their JSON forms. */
  PLATFORM,
  /** Meant to be spans or a value, but not one JSON object of that shape. */
  DAMAGED,
  /** Anything else. */
  LOG;

  private static final Pattern PLATFORM_TEXT =
      Pattern.compile("^(INIT_START|START|END|REPORT|EXTENSION|TELEMETRY) .*", Pattern.DOTALL);

  static LineKind of(String message) {
    Optional<ObjectNode> object = Json.tryParseObject(message);
    if (object.isPresent()) {
      return ofObject(object.get());
    } else if (PLATFORM_TEXT.matcher(message).matches()) {
      return PLATFORM;
    }
    return message.contains("{\"traces\"") || message.contains("{\"m\":") ? DAMAGED : LOG;
  }

  private static LineKind ofObject(ObjectNode line) {
    if (line.path("traces").path(0).isArray()) {
      return TRACE;
    } else if (line.path("m").isTextual() && line.path("v").isNumber()) {
      return line.path("e").isNumber() && line.path("t").isArray() ? METRIC : DAMAGED;
    }
    return line.path("type").asText().startsWith("platform.") ? PLATFORM : LOG;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
