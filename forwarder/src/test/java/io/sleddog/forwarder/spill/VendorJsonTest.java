package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.batch.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorJsonTest {
  private static final long NOW = 1_800_000_000_000L;

  @Test
  void read_logs_areTheTextsInTheArray() throws IOException {
    Stored stored = read("logs/1700000000.25", "[\"{\\\"message\\\":\\\"a\\\"}\", \"{}\"]");

    assertThat(stored.kind()).isEqualTo(Kind.LOGS);
    assertThat(stored.items()).containsExactly("{\"message\":\"a\"}", "{}");
    assertThat(stored.firstMillis()).isEqualTo(1_700_000_000_250L);
    assertThat(stored)
        .extracting(Stored::target, Stored::attempts, Stored::headers)
        .containsExactly("", 1, Map.of());
  }

  @Test
  void read_metricsAndTraces_areTheObjectsInTheArray() throws IOException {
    assertThat(read("metrics/1", "[{\"m\": \"a\"}, {\"m\":\"b\"}]").items())
        .containsExactly("{\"m\": \"a\"}", "{\"m\":\"b\"}");
    assertThat(read("traces/1", "[{\"message\":\"x\",\"tags\":\"y\"}]").items())
        .containsExactly("{\"message\":\"x\",\"tags\":\"y\"}");
  }

  @ParameterizedTest
  @CsvSource({"logs", "logs/", "logs/an-id", "logs/1e300", "logs/-5", "logs/NaN"})
  void read_nameWithoutATime_wasStoredNow(String name) throws IOException {
    assertThat(read(name, "[\"{}\"]").firstMillis()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "[\"a\",null]", "[\"a\"", "[[\"a\"]]"})
  void read_otherForm_fails(String document) {
    assertThatThrownBy(() -> read("logs/1", document)).isInstanceOf(IOException.class);
  }

  @Test
  void read_otherKind_fails() {
    assertThatThrownBy(() -> read("events/1", "[\"{}\"]")).isInstanceOf(IOException.class);
  }

  private static Stored read(String name, String document) throws IOException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    assertThat(VendorJson.is(bytes)).isTrue();
    return VendorJson.read(name, bytes, NOW);
  }
}
