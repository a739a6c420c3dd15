package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTagTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "{\"ddtags\":\"a:b\"}; {\"ddtags\":\"a:b,retry:true\"}",
        "{\"ddtags\":\"é\\\"\\u00e9\",\"b\":1}; {\"ddtags\":\"é\\\"\\u00e9,retry:true\",\"b\":1}",
        "{\"ddtags\":\"\"}; {\"ddtags\":\"retry:true\"}",
        "{\"a\":{\"ddtags\":\"x\"}}; {\"a\":{\"ddtags\":\"x\"},\"ddtags\":\"retry:true\"}",
        "{}; {\"ddtags\":\"retry:true\"}",
        "{\"ddtags\":7}; {\"ddtags\":7}",
        "[1]; [1]",
        "{\"a\":; {\"a\":",
        "no JSON; no JSON"
      })
  void added_log_hasOneMoreTag(String log, String tagged) {
    assertThat(RetryTag.added(log)).isEqualTo(tagged);
  }
}
