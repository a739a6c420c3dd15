package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SleddogPropagatorTest {
  private static final String W3C = "00-00000000000000010000000000000002-0000000000000003-01";

  private final SleddogPropagator propagator = new SleddogPropagator();

  @Test
  void extract_datadogHeaders_givesTheWholeId() {
    SpanContext context =
        extract(
            Map.of(
                "x-datadog-trace-id", "18446744073709551615",
                "x-datadog-parent-id", "26",
                "x-datadog-sampling-priority", "2",
                "x-datadog-tags", "_dd.p.dm=-0,_dd.p.tid=6554000000000000",
                "traceparent", W3C));
    assertThat(context.getTraceId()).isEqualTo("6554000000000000ffffffffffffffff");
    assertThat(context.getSpanId()).isEqualTo("000000000000001a");
    assertThat(context.isSampled()).isTrue();
    assertThat(context.isRemote()).isTrue();
  }

  @Test
  void extract_traceThatIsDropped_isNotSampled() {
    Map<String, String> headers =
        Map.of(
            "x-datadog-trace-id", "1",
            "x-datadog-parent-id", "2",
            "x-datadog-sampling-priority", "-1");
    assertThat(extract(headers).isSampled()).isFalse();
    assertThat(extract(headers).getTraceId()).isEqualTo("0".repeat(31) + "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "abc", "18446744073709551616"})
  void extract_traceIdOfNoUse_takesW3c(String traceId) {
    Map<String, String> headers =
        Map.of("x-datadog-trace-id", traceId, "x-datadog-parent-id", "2", "traceparent", W3C);
    assertThat(extract(headers).getSpanId()).isEqualTo("0000000000000003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_dd.p.tid=", "_dd.p.tid=12", "_dd.p.tid=gggggggggggggggg", "other=1"})
  void extract_upperHalfOfNoUse_leavesItAtZero(String tags) {
    Map<String, String> headers =
        Map.of("x-datadog-trace-id", "1", "x-datadog-parent-id", "2", "x-datadog-tags", tags);
    assertThat(extract(headers).getTraceId()).isEqualTo("0".repeat(31) + "1");
  }

  @Test
  void inject_outsideAnInvocation_writesW3c() {
    Map<String, String> headers = new HashMap<>();
    Context context =
        propagator.extract(Context.root(), Map.of("traceparent", W3C), new MapGetter());
    propagator.inject(context, headers, Map::put);
    assertThat(headers).containsEntry("traceparent", W3C).hasSize(1);
  }

  @Test
  void fields_areAllThatIsWritten() {
    assertThat(propagator.fields())
        .contains("traceparent", "tracestate", "x-datadog-trace-id", "x-datadog-parent-id");
  }

  private SpanContext extract(Map<String, String> headers) {
    return Span.fromContext(propagator.extract(Context.root(), headers, new MapGetter()))
        .getSpanContext();
  }
}
