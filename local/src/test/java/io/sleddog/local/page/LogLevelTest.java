package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "warn  | 12:00 WARN Orders - low",
        "debug | 12:00 TRACE Orders - low",
        "error | SEVERE: broken",
        "error | java.lang.IllegalStateException: no payment",
        "error | 2026 x Task timed out after 3.00 seconds",
        "error | {\"errorMessage\":\"no\"}",
        "warn  | {\"level\":\"WARN\",\"message\":\"ERROR\"}",
        "info  | {\"level\":7}",
        "info  | an informal ERRORS list",
        "info  | hello",
      })
  void of_aMessage_isItsSeverity(String level, String message) {
    assertThat(LogLevel.of(new LogEntry(Json.object().put("message", message)))).isEqualTo(level);
  }

  @Test
  void of_aLogWithAStatus_theStatusCounts() {
    ObjectNode fields = Json.object().put("message", "ERROR").put("status", "notice");

    assertThat(LogLevel.of(new LogEntry(fields))).isEqualTo("info");
  }
}
