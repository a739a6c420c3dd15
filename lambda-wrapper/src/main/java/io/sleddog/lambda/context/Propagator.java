package io.sleddog.lambda.context;

import io.sleddog.lambda.trigger.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads trace contexts in the styles that the user named, and writes them in those the user named.
 */
public final class Propagator {
  private final List<Propagation> extract;
  private final List<Propagation> inject;

  /**
   * Takes the styles as Datadog names them: {@code datadog}, {@code tracecontext}, {@code b3multi},
   * {@code b3}; others are not known here.
   */
  public Propagator(List<String> extractStyles, List<String> injectStyles) {
    extract = styles(extractStyles);
    inject = styles(injectStyles);
  }

  private static List<Propagation> styles(List<String> names) {
    List<Propagation> styles = new ArrayList<>(names.size());
    for (String name : names) {
      Propagation style = style(name);
      if (style != null) {
        styles.add(style);
      }
    }
    return styles;
  }

  private static @Nullable Propagation style(String name) {
    switch (name) {
      case "datadog":
        return new DatadogHeaders();
      case "tracecontext":
        return new TraceParent();
      case "b3multi":
        return new B3(false);
      case "b3":
      case "b3 single header":
        return new B3(true);
      default:
        return null;
    }
  }

  /**
   * The context that a carrier tells: by the first style that finds one, made complete by the
   * others.
   */
  public @Nullable TraceContext extract(Carrier carrier) {
    if (carrier.object().get("Execution").isObject()) {
      TraceContext states = StepFunctionContext.tryParse(carrier.object());
      if (states != null) {
        return states;
      }
    }
    TraceContext found = null;
    for (Propagation style : extract) {
      TraceContext other = style.extract(carrier);
      if (other != null) {
        found = found == null ? other : merge(found, other, style);
      }
    }
    return found == null ? ofAwsTraceHeader(carrier) : found;
  }

  private static @Nullable TraceContext ofAwsTraceHeader(Carrier carrier) {
    XRayHeader header = XRayHeader.tryParse(carrier.awsTraceHeader());
    return header == null ? null : header.toTracersContext();
  }

  private static TraceContext merge(TraceContext found, TraceContext other, Propagation style) {
    if (other.traceIdLow() != found.traceIdLow()) {
      List<SpanLink> links = new ArrayList<>(found.baggage().links());
      links.add(SpanLink.to(other, "terminated_context"));
      return found.withBaggage(found.baggage().with(links));
    }
    if (!(style instanceof TraceParent)) {
      return found;
    }
    // The W3C parent may be a span of another vendor between Datadog's last one and us.
    return found
        .withParent(other.parentId())
        .withBaggage(found.baggage().with(other.baggage().vendors()));
  }

  /** Writes the context with {@code spanId} as the span above. */
  public void inject(TraceContext context, long spanId, Map<String, String> headers) {
    for (Propagation style : inject) {
      style.inject(context, spanId, headers);
    }
  }
}
