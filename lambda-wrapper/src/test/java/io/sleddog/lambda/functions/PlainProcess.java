package io.sleddog.lambda.functions;

import io.sleddog.lambda.CheckState;
import io.sleddog.lambda.EventKind;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.util.Map;

/** A program outside Lambda that uses everything once and returns. */
public final class PlainProcess {
  private PlainProcess() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    Map<String, String> headers = Map.of("traceparent", arguments[0]);
    try (Span request = Telemetry.startSpan("web.request", headers)) {
      Telemetry.startSpan("grind").close();
      Telemetry.distribution("orders", 1, "trace:" + request.traceId());
    }
    Telemetry.count("sold", 2);
    Telemetry.gauge("queue", 3);
    Telemetry.event(EventKind.SUCCESS, "open", "the door");
    Telemetry.check("grinder", CheckState.OK, "");
  }
}
