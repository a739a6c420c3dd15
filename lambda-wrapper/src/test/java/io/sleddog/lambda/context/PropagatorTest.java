package io.sleddog.lambda.context;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.trigger.Carrier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropagatorTest {
  private static final List<String> ALL = List.of("datadog", "tracecontext", "b3multi", "b3");
  private final Propagator propagator = new Propagator(ALL, ALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "x-datadog-trace-id: 12345 | x-datadog-parent-id: 67890 | x-datadog-sampling-priority: 2;"
            + "0000000000000000 0000000000003039 0000000000010932 2",
        "X-DATADOG-TRACE-ID: 18446744073709551615 | x-datadog-parent-id: 1"
            + " | x-datadog-sampling-priority: -1;0000000000000000 ffffffffffffffff"
            + " 0000000000000001 -1",
        "x-datadog-trace-id: 1 | x-datadog-parent-id: 2 | x-datadog-sampling-priority: 1"
            + " | x-datadog-tags: _dd.p.tid=66e4d05c00000000;66e4d05c00000000 0000000000000001"
            + " 0000000000000002 1",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01;"
            + "66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 1",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-00;"
            + "66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 0",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01"
            + " | tracestate: dd=s:2;66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 2",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01"
            + " | tracestate: dd=s:-1;66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 1",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-00"
            + " | tracestate: dd=s:-1;66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 -1",
        "traceparent: cc-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01-more;"
            + "66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 1",
        "x-b3-traceid: 12345678abcdef01 | x-b3-spanid: 00f067aa0ba902b7 | x-b3-sampled: 1;"
            + "0000000000000000 12345678abcdef01 00f067aa0ba902b7 1",
        "x-b3-traceid: 66e4d05c0000000012345678abcdef01 | x-b3-spanid: 1 | x-b3-flags: 1;"
            + "66e4d05c00000000 12345678abcdef01 0000000000000001 2",
        "b3: 66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-0;"
            + "66e4d05c00000000 12345678abcdef01 00f067aa0ba902b7 0",
      })
  void extract_headersOfAnyStyle_givesTheContext(String headers, String expected) {
    assertThat(text(extract(headers))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "content-type: text/plain",
        "x-datadog-trace-id: 12345",
        "x-datadog-trace-id: 12345 | x-datadog-parent-id: 1",
        "x-datadog-trace-id: 0 | x-datadog-parent-id: 1 | x-datadog-sampling-priority: 1",
        "x-datadog-trace-id: 1 | x-datadog-parent-id: x | x-datadog-sampling-priority: 1",
        "x-datadog-trace-id: 1 | x-datadog-parent-id: 1 | x-datadog-sampling-priority: high",
        "x-datadog-trace-id: 99999999999999999999 | x-datadog-parent-id: 1"
            + " | x-datadog-sampling-priority: 1",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01-extra",
        "traceparent: ff-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01",
        "traceparent: 00-66E4D05C0000000012345678ABCDEF01-00f067aa0ba902b7-01",
        "traceparent: 00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "traceparent: 00-66e4d05c0000000012345678abcdef01-0000000000000000-01",
        "traceparent: 00-xyz",
        "x-b3-traceid: 1 | x-b3-spanid: 1",
        "x-b3-traceid: 0 | x-b3-spanid: 1 | x-b3-sampled: 1",
        "b3: 1",
      })
  void extract_headersThatAreIncompleteOrWrong_givesNothing(String headers) {
    assertThat(propagator.extract(Carriers.of(headers))).isNull();
  }

  @Test
  void extract_stylesWithDifferentTraces_keepsTheFirstAndLinksTheOther() {
    TraceContext found =
        extract(
            "x-datadog-trace-id: 1 | x-datadog-parent-id: 2 | x-datadog-sampling-priority: 1"
                + "| traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01");
    assertThat(found.traceIdLow()).isEqualTo(1);
    assertThat(found.baggage().links()).hasSize(1);
    SpanLink link = found.baggage().links().get(0);
    assertThat(link.spanId()).isEqualTo(0x00f067aa0ba902b7L);
    assertThat(link.traceIdHigh()).isEqualTo(0x66e4d05c00000000L);
    assertThat(link.traceIdLow()).isEqualTo(0x12345678abcdef01L);
    assertThat(link.reason()).isEqualTo("terminated_context");
  }

  @Test
  void extract_stylesWithTheSameTrace_takesTheParentOfW3cAndItsVendors() {
    TraceContext found =
        extract(
            "x-datadog-trace-id: 1 | x-datadog-parent-id: 2 | x-datadog-sampling-priority: 1"
                + "| traceparent: 00-00000000000000000000000000000001-0000000000000003-01"
                + "| tracestate: other=x,dd=s:1,more=y");
    assertThat(found.parentId()).isEqualTo(3);
    assertThat(found.baggage().vendors()).isEqualTo("other=x,more=y");
    assertThat(found.baggage().links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'',66e4d05c00000000,66e4d05c00000000",
    "_dd.p.tid=66e4d05c00000000,66e4d05c00000000,66e4d05c00000000",
    "_dd.p.tid=66e4d05c00000000,0000000000000000,66e4d05c00000000",
    "_dd.p.tid=66e4d05c00000000,77e4d05c00000000,77e4d05c00000000",
    "'',0000000000000000,0000000000000000"
  })
  void extract_lowerHalvesAgree_takesTheUpperHalfOfW3c(String tags, String upper, String expected) {
    TraceContext found =
        extract(
            "x-datadog-trace-id: 1 | x-datadog-parent-id: 2 | x-datadog-sampling-priority: 2"
                + ("| x-datadog-tags: " + (tags.isEmpty() ? "_dd.p.a=b" : tags))
                + ("| traceparent: 00-" + upper + "0000000000000001-0000000000000003-01"));
    assertThat(Hex.text(found.traceIdHigh())).isEqualTo(expected);
    assertThat(found.priority()).isEqualTo(2);
    assertThat(found.parentId()).isEqualTo(3);
  }

  @Test
  void inject_manyVendors_keepsWhatAListMayHave() {
    StringBuilder vendors = new StringBuilder("dd=s:1");
    for (int i = 0; i < 40; i++) {
      vendors.append(",,v").append(i).append("=1");
    }
    TraceContext found =
        extract(
            "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01"
                + ("| tracestate: " + vendors));
    Map<String, String> headers = new LinkedHashMap<>();
    propagator.inject(found, 5, headers);
    assertThat(requireNonNull(headers.get("tracestate")).split(",", -1))
        .hasSize(32)
        .startsWith("dd=s:1;o:lambda;p:0000000000000005", "v0=1")
        .endsWith("v30=1");
  }

  @Test
  void extract_styleNotNamed_isNotRead() {
    Propagator datadogOnly = new Propagator(List.of("datadog", "unknown"), List.of());
    assertThat(
            datadogOnly.extract(
                Carriers.of(
                    "traceparent: 00-66e4d05c0000000012345678abcdef01-00f067aa0ba902b7-01")))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "_dd.p.dm=-4,_dd.p.usr=a,other=1;_dd.p.dm=-4,_dd.p.usr=a",
        "_dd.p.tid=zz;_dd.propagation_error=malformed_tid zz",
        "_dd.p.tid=66e4d05c00000000;",
        "_dd.p.upstream_services=a,_dd.p.dm=-1,_dd.p.dm=-2;_dd.p.dm=-1",
        "_dd.p.empty=,nonsense,_dd.p.no;",
      })
  void extract_tagsOfTheTrace_keepsThoseThatTravel(String tags, String expected) {
    assertThat(TraceTags.toKeep(tags)).isEqualTo(expected);
  }

  @Test
  void extract_tagsBeyondTheLimit_areReplacedByAnError() {
    assertThat(TraceTags.toKeep("_dd.p.a=" + "x".repeat(512)))
        .isEqualTo("_dd.propagation_error=extract_max_size");
  }

  @Test
  void inject_allStyles_areReadBackTheSame() {
    Baggage baggage = new Baggage("rum", "_dd.p.dm=-4,_dd.p.usr=a=b", "other=x", List.of());
    TraceContext context = new TraceContext(0x66e4d05c00000000L, 77, 1, 2, baggage);
    Map<String, String> headers = new LinkedHashMap<>();
    propagator.inject(context, 99, headers);
    assertThat(headers)
        .containsEntry("x-datadog-trace-id", "77")
        .containsEntry("x-datadog-parent-id", "99")
        .containsEntry("x-datadog-sampling-priority", "2")
        .containsEntry("x-datadog-origin", "rum")
        .containsEntry("x-datadog-tags", "_dd.p.dm=-4,_dd.p.usr=a=b,_dd.p.tid=66e4d05c00000000")
        .containsEntry("traceparent", "00-66e4d05c00000000000000000000004d-0000000000000063-01")
        .containsEntry("tracestate", "dd=s:2;o:rum;t.dm:-4;t.usr:a~b;p:0000000000000063,other=x")
        .containsEntry("x-b3-traceid", "66e4d05c00000000000000000000004d")
        .containsEntry("x-b3-flags", "1")
        .containsEntry("b3", "66e4d05c00000000000000000000004d-0000000000000063-d");
    for (String style : ALL) {
      Propagator single = new Propagator(List.of(style), List.of());
      assertThat(text(requireNonNull(single.extract(Carrier.of(headers)))))
          .as(style)
          .isEqualTo("66e4d05c00000000 000000000000004d 0000000000000063 2");
    }
  }

  @Test
  void inject_traceWithoutOriginInAFunction_comesFromLambda() {
    assertThat(injected("lambda", Baggage.NONE))
        .containsEntry("x-datadog-origin", "lambda")
        .containsEntry("tracestate", "dd=s:1;o:lambda;p:0000000000000009");
  }

  @Test
  void inject_traceWithoutOriginElsewhere_namesNone() {
    assertThat(injected(null, Baggage.NONE))
        .doesNotContainKey("x-datadog-origin")
        .containsEntry("tracestate", "dd=s:1;p:0000000000000009");
  }

  @Test
  void inject_originOfACaller_goesOnEverywhere() {
    Baggage baggage = new Baggage("rum", null, null, List.of());
    assertThat(injected(null, baggage)).isEqualTo(injected("lambda", baggage));
    assertThat(injected(null, baggage)).containsEntry("x-datadog-origin", "rum");
  }

  private static Map<String, String> injected(@Nullable String ownOrigin, Baggage baggage) {
    List<String> styles = List.of("datadog", "tracecontext");
    Map<String, String> headers = new LinkedHashMap<>();
    new Propagator(styles, styles, false, 512, ownOrigin)
        .inject(new TraceContext(0, 1, 0, 1, baggage), 9, headers);
    return headers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "_dd.p.dm=-4;_dd.p.dm=-4",
        "_dd.propagation_error=malformed_tid zz;",
        "_dd.p.dm=-4,_dd.propagation_error=malformed_tid zz,_dd.p.usr=a;_dd.p.dm=-4,_dd.p.usr=a",
      })
  void inject_errorAboutTheTagsThatCame_staysHere(String tags, @Nullable String expected) {
    Map<String, String> headers = injected(null, new Baggage(null, tags, null, List.of()));
    assertThat(headers.get("x-datadog-tags")).isEqualTo(expected);
    assertThat(headers.get("tracestate")).doesNotContain("error");
  }

  @Test
  void inject_tagsTooLong_leavesThemOut() {
    Baggage baggage = new Baggage(null, "_dd.p.a=" + "x".repeat(600), null, List.of());
    Map<String, String> headers = new LinkedHashMap<>();
    new Propagator(List.of(), List.of("datadog"))
        .inject(new TraceContext(0, 1, 0, 0, baggage), 2, headers);
    assertThat(headers)
        .doesNotContainKey("x-datadog-tags")
        .containsEntry("x-datadog-origin", "lambda");
  }

  private TraceContext extract(String headers) {
    return requireNonNull(propagator.extract(Carriers.of(headers)));
  }

  private static String text(TraceContext context) {
    return Hex.text(context.traceIdHigh())
        + " "
        + Hex.text(context.traceIdLow())
        + " "
        + Hex.text(context.parentId())
        + " "
        + context.priority();
  }
}
