package io.sleddog.local.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies as JSON; the first word of a case names the signal. */
class OtlpReaderTest {
  private static final String STAGE = "otlp";

  private final OtlpReader reader = new OtlpReader();

  static List<String> cases() {
    return Golden.cases(STAGE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void read_json_givesWhatThePageShows(String name) {
    OtlpSignal signal =
        OtlpSignal.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
    byte[] body = Golden.read(STAGE, name, "in.json").getBytes(StandardCharsets.UTF_8);
    OtlpReader.Reading reading = reader.read(signal, body, true);
    String out =
        Stream.of(
                reading.contents().spans().stream().map(OtlpReaderTest::text),
                reading.contents().points().stream().map(Object::toString),
                reading.contents().logs().stream().map(log -> Json.write(log.fields())),
                Stream.of(reading.refused() + " refused " + reading.reason()))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n", "", "\n"));

    Golden.check(STAGE, name, "out.txt", out);
  }

  private static String text(Span span) {
    return String.join(
            " | ",
            Span.hex(span.traceId()),
            Span.hex(span.spanId()),
            Span.hex(span.parentId()),
            span.service(),
            span.name(),
            span.resource(),
            span.type(),
            span.startNanos() + "+" + span.durationNanos(),
            "error " + span.error())
        + "\n  "
        + new TreeMap<>(span.meta())
        + "\n  "
        + new TreeMap<>(span.metrics());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRACES  | true  | []                     | the body must be an object",
        "TRACES  | true  | {\"resourceSpans\":{}} | resourceSpans must be a list",
        "METRICS | true  | {                      | the body is no JSON: ",
        "LOGS    | false | 0a05                   | protobuf field of 5 bytes goes past the end",
        "TRACES  | false | 0801                   | Traces.resourceSpans has protobuf wire type 0,"
            + " not 2",
        "TRACES  | false | 0f                     | protobuf wire type 7 is unknown",
      })
  void read_malformed_saysWhatIsWrong(OtlpSignal signal, boolean json, String body, String why) {
    byte[] bytes = json ? body.getBytes(StandardCharsets.UTF_8) : HexFormat.of().parseHex(body);
    assertThatThrownBy(() -> reader.read(signal, bytes, json))
        .isInstanceOf(MalformedBody.class)
        .hasMessageContaining(why);
  }

  @Test
  void read_noBytes_isAnEmptyRequest() {
    assertThat(reader.read(OtlpSignal.LOGS, new byte[0], false).refused()).isZero();
  }

  @Test
  void read_totalsOfALaterBody_giveWhatWasAdded() {
    assertThat(total("10")).isEqualTo(10);
    assertThat(total("25")).isEqualTo(15);
    assertThat(total("4")).as("counted anew").isEqualTo(4);
  }

  private double total(String value) {
    String body =
        "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"n\",\"sum\":{"
            + "\"aggregationTemporality\":2,\"isMonotonic\":true,\"dataPoints\":[{\"asInt\":\""
            + value
            + "\"}]}}]}]}]}";
    return reader
        .read(OtlpSignal.METRICS, body.getBytes(StandardCharsets.UTF_8), true)
        .contents()
        .points()
        .get(0)
        .value();
  }
}
