package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How severe a log is: debug, info, warn or error. */
final class LogLevel {
  private static final Pattern IN_TEXT =
      Pattern.compile("\\b(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|SEVERE)\\b");
  private static final Pattern FAILURE =
      Pattern.compile("^\\S*(Exception|Error)\\b|Task timed out|^\\{\"errorMessage\"");
  private static final int HEAD = 120;

  private LogLevel() {}

  static String of(LogEntry log) {
    String named = log.fields().path("status").asText(log.fields().path("level").asText());
    if (!named.isEmpty()) {
      return word(named);
    }
    String message = log.message();
    Optional<ObjectNode> json = Json.tryParseObject(message);
    if (json.isPresent() && json.get().path("level").isTextual()) {
      return word(json.get().path("level").asText());
    }
    String head = message.substring(0, Math.min(HEAD, message.length()));
    if (FAILURE.matcher(head).find()) {
      return "error";
    }
    Matcher matcher = IN_TEXT.matcher(head);
    return matcher.find() ? word(matcher.group(1)) : "info";
  }

  private static String word(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TRACE", "DEBUG" -> "debug";
      case "WARN", "WARNING" -> "warn";
      case "ERROR", "FATAL", "SEVERE", "CRITICAL", "EMERGENCY", "ALERT" -> "error";
      default -> "info";
    };
  }
}
