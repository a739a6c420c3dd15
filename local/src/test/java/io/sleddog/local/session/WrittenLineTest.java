package io.sleddog.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.LogEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of the contract are what the contract says they are. */
class WrittenLineTest {
  private static final Path CONTRACT = Path.of("../contract");

  static List<Path> telemetry() {
    return Stream.of("wrapper", "foreign").flatMap(WrittenLineTest::files).toList();
  }

  static List<Path> plain() {
    return files("plain").toList();
  }

  @ParameterizedTest
  @MethodSource("telemetry")
  void read_lineOfALibrary_isTelemetryOfTheKindInItsName(Path file) {
    WrittenLine line = WrittenLine.read(event(text(file)));

    Class<?> kind =
        text(file).contains("\"traces\"") ? WrittenLine.Trace.class : WrittenLine.Metric.class;
    assertThat(line).isInstanceOf(kind);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void read_lookAlike_isALog(Path file) {
    assertThat(WrittenLine.read(event(text(file)))).isInstanceOf(WrittenLine.Log.class);
  }

  @Test
  void read_metricInTheEnvelopeOfLogFormatJson_isUnwrapped() {
    String message =
        "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"level\":\"UNDEFINED\",\"AWSRequestId\":\"r\","
            + "\"message\":\"{\\\"m\\\":\\\"a.b\\\",\\\"v\\\":2.5,\\\"e\\\":1700000000,\\\"t\\\":[]}\"}";

    assertThat(WrittenLine.read(event(message)))
        .isEqualTo(new WrittenLine.Metric("a.b", 2.5, 1_700_000_000, List.of()));
  }

  @Test
  void read_idsOf128Bits_keepTheLowerHalf() {
    String message =
        "{\"traces\":[[{\"trace_id\":\"69203a54000000004000000000000001\","
            + "\"span_id\":\"ffffffffffffffff\",\"name\":\"n\"}]]}";

    assertThat(WrittenLine.read(event(message)))
        .isEqualTo(
            new WrittenLine.Trace(
                List.of(
                    new WrittenLine.WrittenSpan(
                        new WrittenLine.SpanId(0x4000000000000001L, -1), "n"))));
  }

  private static LogEvent event(String message) {
    return new LogEvent("id", 0, message, null);
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.list(CONTRACT.resolve(folder))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
