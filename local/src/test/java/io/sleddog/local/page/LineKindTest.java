package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TRACE    | {\"traces\":[[{\"trace_id\":\"1\"}]]}",
        "METRIC   | {\"m\":\"a\",\"v\":1,\"e\":1700000000,\"t\":[]}",
        "DAMAGED  | {\"m\":\"a\",\"v\":1}",
        "DAMAGED  | INFO {\"traces\":[[{\"trace_id\":",
        "DAMAGED  | 12:00 {\"m\":\"a\",\"v\":1,\"e\":1,\"t\":[]}",
        "PLATFORM | START RequestId: 1 Version: $LATEST",
        "PLATFORM | REPORT RequestId: 1",
        "PLATFORM | {\"type\":\"platform.report\",\"record\":{}}",
        "LOG      | STARTING up",
        "LOG      | {\"type\":\"platformer\"}",
        "LOG      | {\"traces\":\"none\"}",
        "LOG      | hello",
      })
  void of_aLine_isWhatTheFormatSays(LineKind kind, String line) {
    assertThat(LineKind.of(line)).isEqualTo(kind);
  }
}
