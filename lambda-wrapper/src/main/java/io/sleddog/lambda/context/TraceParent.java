package io.sleddog.lambda.context;

import io.sleddog.lambda.trigger.Carrier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context: {@code traceparent}, and Datadog's member of {@code tracestate}. */
final class TraceParent implements Propagation {
  private static final int LENGTH = 55;
  private static final int TRACE_ID = 3;
  private static final int TRACE_ID_LOW = 19;
  private static final int PARENT_ID = 36;
  private static final int FLAGS = 53;

  private final @Nullable String ownOrigin;

  /** {@code ownOrigin}: what traces that nobody named an origin of come from; null for nothing. */
  TraceParent(@Nullable String ownOrigin) {
    this.ownOrigin = ownOrigin;
  }

  @Override
  public @Nullable TraceContext extract(Carrier carrier) {
    String parent = carrier.get("traceparent");
    if (parent == null || !isWellFormed(parent.trim())) {
      return null;
    }
    String text = parent.trim();
    long high = Hex.parse(text, TRACE_ID, TRACE_ID_LOW);
    long low = Hex.parse(text, TRACE_ID_LOW, PARENT_ID - 1);
    long spanId = Hex.parse(text, PARENT_ID, FLAGS - 1);
    if (low == 0 || spanId == 0) {
      return null;
    }
    boolean sampled = (Hex.parse(text, FLAGS, LENGTH) & 1) == 1;
    TraceState state = TraceState.parse(carrier.get("tracestate"));
    return new TraceContext(high, low, spanId, priority(sampled, state), baggage(state));
  }

  private static boolean isWellFormed(String text) {
    boolean future = text.length() > LENGTH && !text.startsWith("00") && text.charAt(LENGTH) == '-';
    return (text.length() == LENGTH || future)
        && !text.startsWith("ff")
        && isHexBefore(text, 0, TRACE_ID - 1)
        && isHexBefore(text, TRACE_ID, PARENT_ID - 1)
        && isHexBefore(text, PARENT_ID, FLAGS - 1)
        && Hex.isLowerCase(text, FLAGS, LENGTH);
  }

  private static boolean isHexBefore(String text, int from, int dash) {
    return text.charAt(dash) == '-' && Hex.isLowerCase(text, from, dash);
  }

  private static int priority(boolean sampled, TraceState state) {
    int told = state.priority();
    if (sampled) {
      return told > 0 ? told : 1;
    }
    return told == TraceState.UNKNOWN || told > 0 ? 0 : told;
  }

  private static Baggage baggage(TraceState state) {
    return new Baggage(state.origin(), state.tags(), state.vendors(), List.of());
  }

  @Override
  public void inject(TraceContext context, long spanId, Map<String, String> headers) {
    headers.put(
        "traceparent",
        "00-"
            + Hex.text(context.traceIdHigh())
            + Hex.text(context.traceIdLow())
            + "-"
            + Hex.text(spanId)
            + (context.priority() > 0 ? "-01" : "-00"));
    headers.put("tracestate", TraceState.write(context, spanId, ownOrigin));
  }
}
