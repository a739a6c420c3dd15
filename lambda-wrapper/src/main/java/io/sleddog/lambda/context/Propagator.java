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
  private final boolean firstOnly;
  private final boolean extractsBaggage;
  private final boolean injectsBaggage;

  /**
   * Takes the styles as Datadog names them: {@code datadog}, {@code tracecontext}, {@code b3multi},
   * {@code b3}, {@code baggage}; others are not known here.
   */
  public Propagator(List<String> extractStyles, List<String> injectStyles) {
    this(extractStyles, injectStyles, false, TraceTags.MOST, "lambda");
  }

  /**
   * The same with more settings.
   *
   * @param firstOnly whether the first style that finds a context is the last that is asked
   * @param longestTags how many characters Datadog's tags may have that travel along
   * @param ownOrigin what traces come from that nobody named an origin of; null for nothing
   */
  public Propagator(
      List<String> extractStyles,
      List<String> injectStyles,
      boolean firstOnly,
      int longestTags,
      @Nullable String ownOrigin) {
    this.firstOnly = firstOnly;
    extract = styles(extractStyles, longestTags, ownOrigin);
    inject = styles(injectStyles, longestTags, ownOrigin);
    extractsBaggage = extractStyles.contains("baggage");
    injectsBaggage = injectStyles.contains("baggage");
  }

  private static List<Propagation> styles(
      List<String> names, int longestTags, @Nullable String ownOrigin) {
    List<Propagation> styles = new ArrayList<>(names.size());
    for (String name : names) {
      Propagation style = style(name, longestTags, ownOrigin);
      if (style != null) {
        styles.add(style);
      }
    }
    return styles;
  }

  private static @Nullable Propagation style(
      String name, int longestTags, @Nullable String ownOrigin) {
    switch (name) {
      case "datadog":
        return new DatadogHeaders(longestTags, ownOrigin);
      case "tracecontext":
        return new TraceParent(ownOrigin);
      case "b3multi":
        return new B3(false);
      case "b3":
      case "b3single":
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
    if (carrier.mayHave("execution") && carrier.object().get("Execution").isObject()) {
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
        if (firstOnly) {
          break;
        }
      }
    }
    return found == null ? ofAwsTraceHeader(carrier) : withBaggage(found, carrier);
  }

  /** A context with the items that a carrier has, which may come without one of their own. */
  public TraceContext withBaggage(TraceContext found, Carrier carrier) {
    String header = extractsBaggage ? carrier.get("baggage") : null;
    String items = header == null ? null : BaggageHeader.tryRead(header);
    return items == null ? found : found.withBaggage(found.baggage().withItems(items));
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
    // Whoever sent only 64 bits of the id by Datadog's headers sent all 128 by W3C's.
    TraceContext whole =
        other.traceIdHigh() == 0
            ? found
            : found.withTraceId(other.traceIdHigh(), other.traceIdLow());
    return whole
        .withParent(other.parentId())
        .withBaggage(found.baggage().with(other.baggage().vendors()));
  }

  /** Writes the context with {@code spanId} as the span above. */
  public void inject(TraceContext context, long spanId, Map<String, String> headers) {
    for (Propagation style : inject) {
      style.inject(context, spanId, headers);
    }
    String items = context.baggage().items();
    if (injectsBaggage && items != null) {
      headers.put("baggage", items);
    }
  }
}
