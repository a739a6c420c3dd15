package io.sleddog.lambda.context;

import io.sleddog.lambda.trigger.Carrier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way of writing a trace context into headers. */
interface Propagation {
  /** The context that the headers tell, or null if they tell none or only part of one. */
  @Nullable TraceContext extract(Carrier carrier);

  /** Writes the context with {@code spanId} as the span above. */
  void inject(TraceContext context, long spanId, Map<String, String> headers);
}
