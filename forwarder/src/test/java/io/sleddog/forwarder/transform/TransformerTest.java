package io.sleddog.forwarder.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.config.FilterSettings;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.parse.ObjectReader;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransformerTest {
  private final Counters counters = new Counters();

  @Test
  void transform_noPatterns_givesTheSameRecord() throws IOException {
    LogRecord record = Records.of("text");

    assertThat(transformer("", "", "").transform(record, counters)).isSameAs(record);
  }

  @ParameterizedTest
  @CsvSource({
    "x, '', axb, false",
    "x, '', ab, true",
    "'', x, axb, true",
    "'', x, ab, false",
    "^END, ^(START|END), START 1, true",
    "^END, ^(START|END), END 1, false",
    "^END, ^(START|END), REPORT, false",
    "'', '\\b[4|5][0-9][0-9]\\b', this is a 500, true",
    "'', '\\b[4|5][0-9][0-9]\\b', this is a 200, false",
    "'ERROR(?!_OK)', '', ERROR_OK, true",
    "'ERROR(?!_OK)', '', ERROR, false"
  })
  void transform_filters_keepOrLeaveOut(
      String exclude, String include, String message, boolean kept) throws IOException {
    LogRecord record = Records.of(message);

    LogRecord result = transformer(exclude, include, "").transform(record, counters);

    assertThat(result).isSameAs(kept ? record : null);
    assertThat(counters.get(Count.LOGS_FILTERED)).isEqualTo(kept ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"(?=a)(a+)+$, ''", "'', (?=a)(a+)+$"})
  void transform_filterTakesTooLong_keepsTheLog(String exclude, String include) throws IOException {
    LogRecord record = Records.of("a".repeat(5_000) + "!");

    assertThat(transformer(exclude, include, "").transform(record, counters)).isSameAs(record);
    assertThat(counters.get(Count.PATTERNS_TOO_SLOW)).isEqualTo(1);
  }

  /** Logs without a message, and patterns written for their text as Python writes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"eventName\":\"Login\",\"n\":[1,2.50]} | \"eventName\": \"Login\", \"n\": \\[1, 2.50] | true",
        "{\"eventName\":\"Login\"} | \"eventName\":\"Login\" | false",
        "{\"eventName\":\"Login\"} | \"ddsource\": \"lambda\", | true",
        "{\"a\":\"é\"} | é | true",
        "{\"message\":\"\",\"a\":\"found\"} | \"a\": \"found\" | true",
        "{\"message\":{\"b\":1},\"a\":2} | \"message\": \\{\"b\": 1} | true",
        "{\"message\":\"x\",\"a\":\"found\"} | found | false",
        "{} | ^\\{\"aws\": \\{\"invoked_function_arn\": | true"
      })
  void transform_logWithoutMessage_isLookedAtAsAWhole(String json, String pattern, boolean kept)
      throws IOException {
    LogRecord record = ObjectReader.only(Slice.of(json), Records.envelope());

    LogRecord result = transformer("", pattern, "").transform(record, counters);

    assertThat(result != null).isEqualTo(kept);
  }

  /** Logs, and what is left of them when addresses are hidden. */
  static Stream<Arguments> scrubbed() {
    return Stream.of(
        arguments("{\"message\":\"from 10.0.0.1\"}", "{\"message\":\"from xxx.xxx.xxx.xxx\"}"),
        arguments("{\"message\":\"to a@b.com\"}", "{\"message\":\"to xxxxx@xxxxx.com\"}"),
        arguments("{\"message\":\"to a\\u0040b.com\"}", "{\"message\":\"to xxxxx@xxxxx.com\"}"),
        arguments("{\"message\":\"to a\"}", "{\"message\":\"to a\"}"),
        arguments(
            "{\"sourceIPAddress\":\"10.0.0.1\",\"n\":1.50}",
            "{\"sourceIPAddress\":\"xxx.xxx.xxx.xxx\",\"n\":1.50}"),
        arguments(
            "{\"a\":[{\"b\":[\"10.0.0.1\",null,true]}]}",
            "{\"a\":[{\"b\":[\"xxx.xxx.xxx.xxx\",null,true]}]}"),
        arguments(
            "{\"a\":\"x\\u0040y.com\",\"b\":12345678901234567890123}",
            "{\"a\":\"xxxxx@xxxxx.com\",\"b\":12345678901234567890123}"),
        arguments(
            "{\"message\":\"10.0.0.1\",\"extractedFields\":{\"ip\":\"10.0.0.1\"}}",
            "{\"message\":\"xxx.xxx.xxx.xxx\",\"extractedFields\":{\"ip\":\"xxx.xxx.xxx.xxx\"}}"),
        arguments(
            "{\"id\":\"10.0.0.1\",\"message\":\"m\"}", "{\"id\":\"10.0.0.1\",\"message\":\"m\"}"),
        arguments(
            "{\"message\":{\"ip\":\"10.0.0.1\"}}", "{\"message\":{\"ip\":\"xxx.xxx.xxx.xxx\"}}"),
        arguments("{\"10.0.0.1\":1}", "{\"10.0.0.1\":1}"),
        arguments("{}", "{}"));
  }

  @ParameterizedTest
  @MethodSource("scrubbed")
  void transform_addresses_areHiddenWhereverTheyAre(String before, String after)
      throws IOException {
    Transformer transformer = new Transformer(new FilterSettings("", "", true, true, "", ""));
    LogRecord record = ObjectReader.only(Slice.of(before), cloudWatch());

    LogRecord result = transformer.transform(record, counters);

    assertThat(result).isNotNull();
    assertThat("{" + result.fields().text() + "}").isEqualTo(after);
  }

  @Test
  void transform_severalRules_workOneAfterTheOther() throws IOException {
    FilterSettings settings =
        new FilterSettings("", "", true, true, "(xxx)[.](?P<rest>.*)@(\\w+)", "\\g<rest>-\\3");
    LogRecord record = Records.of("10.0.0.1 a@b.com");

    LogRecord result = new Transformer(settings).transform(record, counters);

    assertThat(result).isNotNull();
    assertThat(result.messageText()).isEqualTo("xxx.xxx.xxx xxxxx-xxxxx.com");
  }

  @Test
  void transform_greedyRule_staysInsideItsMessage() throws IOException {
    LogRecord record = Records.of("secret=1, \"more\"");

    LogRecord scrubbed = transformer("", "", "secret=.*").transform(record, counters);

    assertThat(scrubbed).isNotNull();
    assertThat(scrubbed.fields().text()).isEqualTo("\"message\":\"[R]\"");
  }

  @Test
  void transform_ruleTakesTooLong_nothingOfTheMessageLeaves() throws IOException {
    LogRecord record = Records.of("a".repeat(5_000) + "!");

    LogRecord result = transformer("", "", "(?=a)(a+)+$").transform(record, counters);

    assertThat(result).isNotNull();
    assertThat(result.messageText()).startsWith("(hidden: ");
    assertThat(counters.get(Count.PATTERNS_TOO_SLOW)).isEqualTo(1);
  }

  @Test
  void transform_patternThatIsExponentialElsewhere_isQuick() {
    Transformer transformer = transformer("(a+)+$", "(x+x+)+y", "(a|aa)+b");
    LogRecord record = Records.of("a".repeat(20_000) + "!" + "x".repeat(20_000));

    assertThatCode(() -> transformer.transform(record, counters)).doesNotThrowAnyException();
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> transformer.transform(record, counters));
  }

  private static Envelope cloudWatch() {
    Envelope envelope = Records.envelope();
    return new Envelope(
        envelope.invocation(),
        new Origin("awslogs", Map.of()),
        envelope.function(),
        envelope.source(),
        envelope.host(),
        envelope.service(),
        envelope.tags(),
        envelope.functionTags());
  }

  private static Transformer transformer(String exclude, String include, String rule) {
    return new Transformer(new FilterSettings(exclude, include, false, false, rule, "[R]"));
  }
}
