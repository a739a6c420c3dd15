package io.sleddog.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.sleddog.lambda.JoinedSpan;
import io.sleddog.lambda.Telemetry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the headers that {@link Telemetry#traceHeaders} gives, in the styles of {@code
 * DD_TRACE_PROPAGATION_STYLE}, and reads Datadog's or else W3C's. Outside an invocation it writes
 * W3C's alone.
 */
public final class SleddogPropagator implements TextMapPropagator {
  private static final String TRACE_ID = "x-datadog-trace-id";
  private static final String PARENT_ID = "x-datadog-parent-id";
  private static final String PRIORITY = "x-datadog-sampling-priority";
  private static final String TAGS = "x-datadog-tags";
  private static final String UPPER_HALF = "_dd.p.tid=";
  private static final int HALF_DIGITS = 16;

  private final TextMapPropagator w3c = W3CTraceContextPropagator.getInstance();

  /** Makes a propagator; it keeps nothing. */
  public SleddogPropagator() {}

  @Override
  public Collection<String> fields() {
    List<String> fields = new ArrayList<>(w3c.fields());
    fields.addAll(List.of(TRACE_ID, PARENT_ID, PRIORITY, TAGS));
    return fields;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    JoinedSpan joined = JoinedSpans.above(context);
    Map<String, String> headers = joined == null ? Telemetry.traceHeaders() : joined.headers();
    boolean ofAnother = joined == null && Span.fromContext(context).getSpanContext().isValid();
    if (headers.isEmpty() || ofAnother) {
      w3c.inject(context, carrier, setter);
      return;
    }
    headers.forEach((name, value) -> setter.set(carrier, name, value));
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    SpanContext remote = datadog(carrier, getter);
    return remote.isValid()
        ? context.with(Span.wrap(remote))
        : w3c.extract(context, carrier, getter);
  }

  private static <C> SpanContext datadog(@Nullable C carrier, TextMapGetter<C> getter) {
    String low = hex(getter.get(carrier, TRACE_ID));
    String parent = hex(getter.get(carrier, PARENT_ID));
    String priority = getter.get(carrier, PRIORITY);
    boolean drops = priority != null && (priority.startsWith("-") || priority.equals("0"));
    return SpanContext.createFromRemoteParent(
        upperHalf(getter.get(carrier, TAGS)) + low,
        parent,
        drops ? TraceFlags.getDefault() : TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** The 16 hexadecimal digits of a decimal id; of 0 for what is no such id. */
  private static String hex(@Nullable String decimal) {
    try {
      return SpanId.fromLong(decimal == null ? 0 : Long.parseUnsignedLong(decimal));
    } catch (NumberFormatException malformed) {
      return SpanId.getInvalid();
    }
  }

  private static String upperHalf(@Nullable String tags) {
    int at = tags == null ? -1 : tags.indexOf(UPPER_HALF);
    int from = at + UPPER_HALF.length();
    if (tags == null || at < 0 || tags.length() < from + HALF_DIGITS) {
      return SpanId.getInvalid();
    }
    String half = tags.substring(from, from + HALF_DIGITS);
    boolean isHex = TraceId.isValid(half + SpanId.fromLong(1));
    return isHex ? half : SpanId.getInvalid();
  }
}
