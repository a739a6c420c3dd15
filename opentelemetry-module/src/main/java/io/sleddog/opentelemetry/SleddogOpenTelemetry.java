package io.sleddog.opentelemetry;

import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;

/**
 * Makes OpenTelemetry SDKs whose spans join the trace of the invocation:
 *
 * <pre>{@code
 * private static final OpenTelemetry telemetry = SleddogOpenTelemetry.create();
 * private static final Tracer tracer = telemetry.getTracer("orders");
 * }</pre>
 *
 * <p>A span that begins without a parent hangs below the current span of the invocation, and calls
 * that are made inside an OpenTelemetry span hang below that. Outside an invocation spans are not
 * kept. No thread is started and nothing is buffered.
 */
public final class SleddogOpenTelemetry {
  static {
    ContextStorage.addWrapper(JoinedContextStorage::new);
  }

  private SleddogOpenTelemetry() {}

  /**
   * An SDK with a tracer provider and propagators, not registered globally. To be made in the
   * function's initialisation, before anything else of OpenTelemetry is used: only then do
   * OpenTelemetry's and the invocation's current spans follow each other.
   */
  public static OpenTelemetrySdk create() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(join(SdkTracerProvider.builder()).build())
        .setPropagators(ContextPropagators.create(new SleddogPropagator()))
        .build();
  }

  /** Adds what it takes to a tracer provider that the function configures otherwise. */
  public static SdkTracerProviderBuilder join(SdkTracerProviderBuilder provider) {
    return provider
        .setIdGenerator(new SleddogIdGenerator())
        .addSpanProcessor(new SleddogSpanProcessor());
  }
}
