package io.sleddog.opentelemetry;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spans of the real SDK, as they are when they have ended. */
final class EndedSpan implements SpanProcessor {
  private @Nullable SpanData data;

  private EndedSpan() {}

  /** A span named {@code name} with attributes such as {@code a=1;b=text}. */
  static SpanData of(String kind, String attributes) {
    EndedSpan processor = new EndedSpan();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
      SpanBuilder builder =
          provider
              .get("test")
              .spanBuilder("name")
              .setSpanKind(SpanKind.valueOf(kind.toUpperCase(Locale.ROOT)));
      for (String attribute : attributes.split(";", -1)) {
        String[] pair = attribute.split("=", 2);
        if (pair.length == 2) {
          builder.setAttribute(pair[0], pair[1]);
        }
      }
      builder.startSpan().end();
    }
    if (processor.data == null) {
      throw new IllegalStateException("the SDK kept the span to itself");
    }
    return processor.data;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    data = span.toSpanData();
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
