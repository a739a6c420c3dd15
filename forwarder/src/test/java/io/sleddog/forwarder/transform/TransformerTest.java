package io.sleddog.forwarder.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransformerTest {
  private final Counters counters = new Counters();

  @Test
  void transform_noPatterns_givesTheSameRecord() throws IOException {
    LogRecord record = Records.of("text");

    assertThat(transformer("", "", "").transform(record, counters)).isSameAs(record);
  }

  @Test
  void transform_excluded_isCounted() throws IOException {
    assertThat(transformer("x", "", "").transform(Records.of("axb"), counters)).isNull();
    assertThat(counters.get(Count.LOGS_FILTERED)).isEqualTo(1);
  }

  @Test
  void transform_greedyRule_staysInsideItsMessage() throws IOException {
    LogRecord record = Records.of("secret=1, \"more\"");

    LogRecord scrubbed = transformer("", "", "secret=.*").transform(record, counters);

    assertThat(scrubbed).isNotNull();
    assertThat(scrubbed.fields().text()).isEqualTo("\"message\":\"[R]\"");
  }

  @Test
  void transform_patternThatIsExponentialElsewhere_isQuick() {
    Transformer transformer = transformer("(a+)+$", "(x+x+)+y", "(a|aa)+b");
    LogRecord record = Records.of("a".repeat(20_000) + "!" + "x".repeat(20_000));

    assertThatCode(() -> transformer.transform(record, counters)).doesNotThrowAnyException();
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> transformer.transform(record, counters));
  }

  private static Transformer transformer(String exclude, String include, String rule) {
    return new Transformer(new FilterSettings(exclude, include, false, false, rule, "[R]"));
  }
}
