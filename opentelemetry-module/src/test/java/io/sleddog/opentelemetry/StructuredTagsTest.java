package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructuredTagsTest {
  private static final SpanContext ELSEWHERE =
      SpanContext.create(
          "0000000000000001000000000000000a",
          "000000000000000b",
          TraceFlags.getSampled(),
          TraceState.getDefault());

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(List.of(), "[]"),
        Arguments.of(List.of("a", "b"), "[\"a\",\"b\"]"),
        Arguments.of(List.of("\"quoted\"", "two\nlines"), "[\"\\\"quoted\\\"\",\"two\\nlines\"]"),
        Arguments.of(List.of(1L, -2L, Long.MAX_VALUE), "[1,-2,9223372036854775807]"),
        Arguments.of(List.of(0.5, 1.0), "[0.5,1]"),
        Arguments.of(List.of(true, false), "[true,false]"),
        Arguments.of(List.of(Double.NaN, Double.POSITIVE_INFINITY), "[\"NaN\",\"Infinity\"]"),
        Arguments.of(List.of(List.of(1L), List.of()), "[[1],[]]"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void list_ofAnything_isJson(List<?> values, String expected) {
    assertThat(StructuredTags.list(values)).isEqualTo(expected);
  }

  @Test
  void events_none_areNoTag() {
    assertThat(StructuredTags.events(List.of())).isNull();
  }

  @Test
  void events_withAndWithoutAttributes_standInTheirOrder() {
    EventData plain =
        EventData.create(1_700_000_000_000_000_001L, "put \"in\"", Attributes.empty());
    EventData rich =
        EventData.create(
            2,
            "smoke",
            Attributes.of(
                AttributeKey.longKey("grams"),
                2L,
                AttributeKey.stringKey("colour"),
                "grey",
                AttributeKey.booleanArrayKey("seen"),
                Arrays.asList(true, false)));
    assertThat(StructuredTags.events(List.of(plain, rich)))
        .isEqualTo(
            "[{\"time_unix_nano\":1700000000000000001,\"name\":\"put \\\"in\\\"\"},"
                + "{\"time_unix_nano\":2,\"name\":\"smoke\",\"attributes\":"
                + "{\"colour\":\"grey\",\"grams\":2,\"seen\":[true,false]}}]");
  }

  @Test
  void links_none_areNoTag() {
    assertThat(StructuredTags.links(List.of())).isNull();
  }

  @Test
  void links_withAndWithoutAttributes_standInTheirOrder() {
    LinkData plain = LinkData.create(ELSEWHERE);
    LinkData rich =
        LinkData.create(ELSEWHERE, Attributes.of(AttributeKey.doubleKey("weight"), 1.5));
    assertThat(StructuredTags.links(List.of(plain, rich)))
        .isEqualTo(
            "[{\"trace_id\":\"0000000000000001000000000000000a\",\"span_id\":\"000000000000000b\"},"
                + "{\"trace_id\":\"0000000000000001000000000000000a\",\"span_id\":\"000000000000000b\","
                + "\"attributes\":{\"weight\":1.5}}]");
  }
}
