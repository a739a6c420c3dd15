package io.sleddog.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
  private static final long ID = 4611686018427387905L;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INFO done dd.trace_id=4611686018427387905 dd.span_id=7",
        "[dd.trace_id=69203a54000000004000000000000001 dd.span_id=7] done",
        "{\"dd.trace_id\":\"4611686018427387905\"}",
        "{\"dd\":{\"trace_id\":\"69203a54000000004000000000000001\"}}",
        "{\"dd.trace_id\":4611686018427387905}"
      })
  void of_logThatNamesItsTrace_givesTheLowerHalf(String message) {
    assertThat(TraceId.of(log(message))).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no trace here",
        "dd.trace_id= dd.span_id=",
        "dd.trace_id=0",
        "{\"dd.trace_id\":null}",
        "{\"dd\":{\"trace_id\":{}}}",
        "dd.trace_id=99999999999999999999999"
      })
  void of_logWithoutOne_isEmpty(String message) {
    assertThat(TraceId.of(log(message))).isEmpty();
  }

  @Test
  void of_fieldBesideTheMessage_counts() {
    LogEntry log = new LogEntry(Json.object().put("message", "x").put("dd.trace_id", ID));

    assertThat(TraceId.of(log)).contains(ID);
  }

  private static LogEntry log(String message) {
    return new LogEntry(Json.object().put("message", message));
  }
}
