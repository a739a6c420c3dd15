package io.sleddog.lambda.context;

import io.sleddog.lambda.trigger.Carrier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** B3, in several headers or in one. */
final class B3 implements Propagation {
  private final boolean single;

  B3(boolean single) {
    this.single = single;
  }

  @Override
  public @Nullable TraceContext extract(Carrier carrier) {
    if (!single) {
      String sampled = carrier.get("x-b3-sampled");
      return context(
          carrier.get("x-b3-traceid"),
          carrier.get("x-b3-spanid"),
          "1".equals(carrier.get("x-b3-flags")) ? "d" : sampled);
    }
    String header = carrier.get("b3");
    String[] parts = header == null ? new String[0] : header.split("-", -1);
    return parts.length < 3 ? null : context(parts[0], parts[1], parts[2]);
  }

  private static @Nullable TraceContext context(
      @Nullable String traceId, @Nullable String spanId, @Nullable String sampled) {
    if (traceId == null || spanId == null || sampled == null) {
      return null;
    }
    int priority = priority(sampled);
    int middle = Math.max(0, traceId.length() - 16);
    long high = Hex.parse(traceId, 0, middle);
    long low = Hex.parse(traceId, middle, traceId.length());
    long parent = Hex.parse(spanId, 0, spanId.length());
    return low == 0 || parent == 0 || priority < 0 || middle > 16
        ? null
        : new TraceContext(high, low, parent, priority, Baggage.NONE);
  }

  /** Older writers spell it out; -1 for anything else. */
  private static int priority(String sampled) {
    switch (sampled) {
      case "d":
        return 2;
      case "1":
      case "true":
        return 1;
      case "0":
      case "false":
        return 0;
      default:
        return -1;
    }
  }

  @Override
  public void inject(TraceContext context, long spanId, Map<String, String> headers) {
    String high = context.traceIdHigh() == 0 ? "" : Hex.text(context.traceIdHigh());
    String traceId = high + Hex.text(context.traceIdLow());
    String sampled = context.priority() > 1 ? "d" : context.priority() > 0 ? "1" : "0";
    if (single) {
      headers.put("b3", traceId + "-" + Hex.text(spanId) + "-" + sampled);
      return;
    }
    headers.put("x-b3-traceid", traceId);
    headers.put("x-b3-spanid", Hex.text(spanId));
    if ("d".equals(sampled)) {
      headers.put("x-b3-flags", "1");
    } else {
      headers.put("x-b3-sampled", sampled);
    }
  }
}
