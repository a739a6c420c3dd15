package io.sleddog.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Items that travel with a trace, read and set in code. */
class BaggageTest {
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final Map<String, String> variables = new HashMap<>();
  private final RecordingSink sink = new RecordingSink();

  @Test
  void items_setInAnInvocation_goWithTheCallsFromThenOn() {
    Observation observation =
        begin(
            "{\"headers\":{\"baggage\":\"a=b\",\"traceparent\":\"00-"
                + "6553f1000000000000000000000000aa-00000000000000bb-01\"}}");
    assertThat(Telemetry.traceHeaders()).containsEntry("baggage", "a=b");
    Telemetry.baggage("user.id", "Jürgen");
    assertThat(Telemetry.baggage())
        .containsExactly(Map.entry("a", "b"), Map.entry("user.id", "Jürgen"));
    try (Span call = Telemetry.startSpan("call")) {
      assertThat(call.traceId()).endsWith("aa");
      assertThat(Telemetry.traceHeaders()).containsEntry("baggage", "a=b,user.id=J%C3%BCrgen");
      Telemetry.baggage("a", null);
    }
    Telemetry.baggage("user.id", "");
    assertThat(Telemetry.traceHeaders()).doesNotContainKey("baggage");
    assertThat(Telemetry.baggage()).isEmpty();
    observation.end(Json.MISSING);
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void items_withoutATraceContext_areKeptInTheTraceThatBegins() {
    Observation observation = begin("{\"headers\":{\"baggage\":\"user.id=7,x=y\"}}");
    assertThat(Telemetry.baggage()).containsEntry("user.id", "7");
    assertThat(Telemetry.traceHeaders()).containsEntry("baggage", "user.id=7,x=y");
    observation.end(Json.MISSING);
    assertThat(sink.lines().get(1))
        .contains("\"baggage.user.id\":\"7\"")
        .doesNotContain("baggage.x");
  }

  @Test
  void items_styleNotWanted_areNeitherReadNorSent() {
    variables.put("DD_TRACE_PROPAGATION_STYLE", "datadog");
    Observation observation = begin("{\"headers\":{\"baggage\":\"a=b\"}}");
    assertThat(Telemetry.baggage()).isEmpty();
    Telemetry.baggage("c", "d");
    assertThat(Telemetry.baggage()).containsEntry("c", "d");
    assertThat(Telemetry.traceHeaders()).doesNotContainKey("baggage");
    observation.end(Json.MISSING);
  }

  @Test
  void items_thatDoNotFit_areLeftOutWithOneWarning() {
    Observation observation = begin("{}");
    Telemetry.baggage("large", "x".repeat(9000));
    Telemetry.baggage("larger", "x".repeat(9001));
    Telemetry.baggage("small", "y");
    assertThat(Telemetry.baggage()).containsExactly(Map.entry("small", "y"));
    observation.end(Json.MISSING);
    assertThat(warnings.messages())
        .containsExactly("an item of baggage is left out: there is no room");
  }

  @Test
  @SuppressWarnings("NullAway") // As code without such checks may call it.
  void items_outsideATraceOrWithoutAName_doNothing() {
    Telemetry.baggage("a", "b");
    assertThat(Telemetry.baggage()).isEmpty();
    Observation observation = begin("{}");
    Telemetry.baggage(null, "b");
    Telemetry.baggage("", "b");
    assertThat(Telemetry.baggage()).isEmpty();
    observation.end(Json.MISSING);
  }

  private Observation begin(String event) {
    Instrumentation function =
        new Instrumentation(
            new Environment(variables, warnings), warnings, new FakeClock(), sink, 1);
    return requireNonNull(function.begin(Json.parse(event), new FakeContext()));
  }
}
