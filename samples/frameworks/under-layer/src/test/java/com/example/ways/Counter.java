package com.example.ways;

import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;

/** Work with a span, tags and a metric of its own. */
final class Counter {
  private Counter() {}

  static int count(String event) {
    try (Span span = Telemetry.startSpan("count")) {
      span.tag("characters", event.length()).resource("event").type("custom");
      Telemetry.distribution("ways.counted", event.length(), "unit:character");
      if (event.contains("fail")) {
        throw new IllegalStateException("asked to fail");
      }
      return 200;
    }
  }
}
