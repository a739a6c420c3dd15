package io.sleddog.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.junit.Ride;
import io.sleddog.junit.Sled;
import io.sleddog.junit.SleddogTest;
import io.sleddog.local.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spans of the real SDK in a function under the layer, as they arrive. */
@Timeout(120)
@SleddogTest(functionName = "kitchen")
class SleddogOpenTelemetryIT {
  @Test
  void spans_ofTheSdk_areInTheTraceOfTheInvocation(Sled sled) {
    Ride ride = sled.invoke(Kitchen.class, "{}");

    Span function = ride.span("aws.lambda");
    Span cook = ride.span("http.client.request");
    assertThat(ride.spans()).allMatch(span -> span.traceIdHex().endsWith(Span.hex(cook.traceId())));
    assertThat(cook.parentId()).isEqualTo(function.spanId());
    assertThat(below(ride, cook)).containsExactlyInAnyOrder("stir", "chop", "internal");
    assertThat(cook.service()).isEqualTo("kitchen");
    assertThat(cook.resource()).isEqualTo("GET");
    assertThat(cook.meta())
        .containsEntry("dishes", "[\"soup\",\"pie\"]")
        .containsEntry("span.kind", "client")
        .containsEntry("otel.library.name", "kitchen");
    assertThat(cook.metrics()).containsEntry("plates", 3.0);
    assertThat(ride.response())
        .contains("\"x-datadog-parent-id\":\"" + Long.toUnsignedString(cook.spanId()) + "\"");
    assertThat(below(ride, function)).hasSize(3);
  }

  @Test
  void spans_thatFailed_sayWhy(Sled sled) {
    Span burn = resource(sled.invoke(Kitchen.class, "{}"), "burn");

    assertThat(burn.error()).isEqualTo(1);
    assertThat(burn.meta())
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("error.message", "too hot")
        .containsEntry("otel.status_description", "burnt")
        .hasEntrySatisfying("error.stack", stack -> assertThat(stack).contains("Kitchen.burn"))
        .hasEntrySatisfying(
            "events",
            events ->
                assertThat(events).contains("\"name\":\"smoke\",\"attributes\":{\"grams\":2}"));
  }

  @Test
  void spans_ofAnotherTrace_hangBelowTheInvocationAndLinkToIt(Sled sled) {
    Ride ride = sled.invoke(Kitchen.class, "{}");

    Span guest = resource(ride, "guest");
    assertThat(guest.parentId()).isEqualTo(ride.span("aws.lambda").spanId());
    assertThat(guest.meta().get("_dd.span_links"))
        .contains(
            "{\"trace_id\":\"0000000000000000000000000000004d\",\"span_id\":\"000000000000004e\"}");
  }

  private static Span resource(Ride ride, String resource) {
    return ride.spans().stream()
        .filter(span -> span.resource().equals(resource))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span of " + resource + "\n" + ride));
  }

  private static List<String> below(Ride ride, Span parent) {
    return ride.spans().stream()
        .filter(span -> span.parentId() == parent.spanId())
        .map(Span::name)
        .toList();
  }
}
