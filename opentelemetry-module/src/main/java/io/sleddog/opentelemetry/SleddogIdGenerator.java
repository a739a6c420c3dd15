package io.sleddog.opentelemetry;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.sleddog.lambda.Telemetry;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Gives spans without a parent the id of the invocation's trace, and span ids of 63 bits, as
 * Datadog's tracers make them. Right also in functions that were restored from a snapshot.
 */
public final class SleddogIdGenerator implements IdGenerator {
  /** A generator with a seed of its own would repeat itself in each copy of a snapshot. */
  private final Random random = new SecureRandom();

  /** Makes a generator; one is enough. */
  public SleddogIdGenerator() {}

  @Override
  public String generateTraceId() {
    String current = Telemetry.currentSpan().traceId();
    return TraceId.isValid(current) ? current : TraceId.fromLongs(random.nextLong(), positive());
  }

  @Override
  public String generateSpanId() {
    return SpanId.fromLong(positive());
  }

  private long positive() {
    long id = 0;
    while (id == 0) {
      id = random.nextLong() >>> 1;
    }
    return id;
  }
}
