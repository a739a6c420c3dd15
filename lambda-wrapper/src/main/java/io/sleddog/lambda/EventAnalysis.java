package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.Propagator;
import io.sleddog.lambda.context.Sampler;
import io.sleddog.lambda.context.SpanLink;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.context.XRayHeader;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import io.sleddog.lambda.trigger.Carrier;
import io.sleddog.lambda.trigger.DurableExecution;
import io.sleddog.lambda.trigger.InferredSpan;
import io.sleddog.lambda.trigger.Pointer;
import io.sleddog.lambda.trigger.Trigger;
import io.sleddog.lambda.trigger.Triggers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event tells. Each question is guarded: an event of a shape that nobody foresaw costs the
 * answer to that question, and nothing else.
 */
final class EventAnalysis {
  private final Json event;
  private final Settings settings;
  private final Warnings warnings;
  private final Trigger trigger;
  private final boolean durable;
  private @Nullable TraceContext carried;

  EventAnalysis(Json event, Triggers triggers, Settings settings, Warnings warnings) {
    this.event = event;
    this.settings = settings;
    this.warnings = warnings;
    this.trigger = detect(triggers);
    this.durable = event.get("DurableExecutionArn").isString();
  }

  private Trigger detect(Triggers triggers) {
    try {
      return triggers.detect(event);
    } catch (RuntimeException odd) {
      warnings.say("the source of an event is not known", odd);
      return triggers.detect(Json.MISSING);
    }
  }

  /** Whether the function's result is an HTTP response. */
  boolean isHttp() {
    return trigger.isHttp();
  }

  /** Whether the function's result may name records that failed. */
  boolean isBatch() {
    return event.isArray() || event.get("Records").isArray() || event.get("records").isObject();
  }

  /** Whether API Gateway asks the function whether to let a request through. */
  boolean isAuthorization() {
    return event.get("methodArn").isString() || event.get("routeArn").isString();
  }

  /** The tags that the function's span takes from the event. */
  Tags tags(@Nullable FunctionArn function) {
    return tag(new Tags(8), function);
  }

  /** Adds the same to others. */
  Tags tag(Tags tags, @Nullable FunctionArn function) {
    try {
      tags.put("function_trigger.event_source", trigger.source());
      if (function != null && trigger.source() != null) {
        tags.put("function_trigger.event_source_arn", arn(function));
      }
      trigger.tag(tags);
      if (durable) {
        DurableExecution.of(event).tag(tags);
      }
    } catch (RuntimeException odd) {
      warnings.say("an event's tags are left out", odd);
    }
    return tags;
  }

  private @Nullable Object arn(FunctionArn function) {
    Json first = Triggers.firstRecord(event);
    Json own = (first.exists() ? first : event).get("eventSourceARN");
    if (!own.isScalar()) {
      own = (first.exists() ? first : event).get("eventSourceArn");
    }
    return own.isScalar() ? own : trigger.sourceArn(function);
  }

  /** The spans in front of the function, outermost first. */
  List<InferredSpan> inferredSpans() {
    List<InferredSpan> spans = new ArrayList<>(2);
    try {
      if (settings.managedServices()) {
        trigger.infer(spans);
      }
    } catch (RuntimeException odd) {
      warnings.say("the span of an event's source is left out", odd);
      return List.of();
    }
    return spans;
  }

  /** The trace that the invocation continues or begins. */
  TraceContext traceContext(Instrumentation instrumentation, Context context) {
    TraceContext upstream =
        upstream(instrumentation.propagator(), context, instrumentation.extractor());
    boolean asksXray = settings.mergeXray() || (upstream == null && hangsBelowXray());
    XRayHeader xray = asksXray ? xray(context) : null;
    if (upstream != null) {
      return xray == null ? upstream : upstream.withParent(xray.parentId());
    }
    TraceContext merged = xray == null || !settings.mergeXray() ? null : xray.toContext();
    if (merged != null) {
      return merged;
    }
    TraceContext fresh = withBaggage(instrumentation.propagator(), fresh(instrumentation, context));
    return xray == null ? fresh : fresh.withParent(xray.parentId());
  }

  private TraceContext fresh(Instrumentation instrumentation, Context context) {
    Sampler sampler = instrumentation.sampler();
    if (sampler == null) {
      return instrumentation.fresh(-1);
    }
    Tags tags = tags(FunctionArn.tryParse(context.getInvokedFunctionArn()));
    tags.putAll(settings.spanTags());
    String function = settings.functionName();
    return instrumentation.fresh(
        sampler.rate(settings.functionService(), "aws.lambda", function, tags));
  }

  private TraceContext withBaggage(Propagator propagator, TraceContext fresh) {
    try {
      return propagator.withBaggage(fresh, trigger.carrier());
    } catch (RuntimeException odd) {
      warnings.say("an event's baggage is not read", odd);
      return fresh;
    }
  }

  /** The trace that the event belongs to, or null if it begins here. */
  private @Nullable TraceContext upstream(
      Propagator propagator, Context context, @Nullable UserExtractor extractor) {
    try {
      carried = extractor == null ? null : propagator.extract(extractor.extract(event, context));
      if (carried == null) {
        carried = propagator.extract(trigger.carrier());
      }
      if (carried == null && durable) {
        carried = propagator.extract(DurableExecution.of(event).carrier());
      }
      if (carried == null) {
        carried = ofClient(propagator, context);
      }
      return carried;
    } catch (RuntimeException odd) {
      warnings.say("an event's trace context is not read", odd);
      return null;
    }
  }

  /** The trace that {@link #upstream} found. */
  @Nullable TraceContext carried() {
    return carried;
  }

  /**
   * Whether the event is one of a durable function, whose result tells how its execution stands.
   */
  boolean isDurable() {
    return durable;
  }

  private static @Nullable TraceContext ofClient(Propagator propagator, Context context) {
    ClientContext client = context.getClientContext();
    Map<String, String> custom = client == null ? null : client.getCustom();
    return custom == null || custom.isEmpty() ? null : propagator.extract(Carrier.of(custom));
  }

  /** The spans that the further records of a batch lead to, each once, without {@code parent}. */
  List<SpanLink> batchLinks(Propagator propagator, TraceContext parent) {
    List<SpanLink> links = new ArrayList<>(0);
    try {
      List<Carrier> further = trigger.furtherCarriers();
      if (further.isEmpty()) {
        return List.of();
      }
      SpanLink own = SpanLink.to(parent, "batch");
      for (Carrier carrier : further) {
        TraceContext other = propagator.extract(carrier);
        SpanLink link = other == null ? own : SpanLink.to(other, "batch");
        if (!link.isSame(own) && !contains(links, link)) {
          links.add(link);
        }
      }
    } catch (RuntimeException odd) {
      warnings.say("a batch's links are left out", odd);
    }
    return links;
  }

  private static boolean contains(List<SpanLink> links, SpanLink link) {
    for (SpanLink other : links) {
      if (other.isSame(link)) {
        return true;
      }
    }
    return false;
  }

  /** The things that the event says were written. */
  List<Pointer> pointers() {
    List<Pointer> pointers = new ArrayList<>(0);
    try {
      if (settings.pointers()) {
        trigger.point(pointers);
      }
    } catch (RuntimeException odd) {
      warnings.say("an event's span pointers are left out", odd);
    }
    return pointers;
  }

  /** What a stream of DynamoDB shows of each change; null for other sources. */
  @Nullable String streamViewType() {
    return trigger.streamViewType();
  }

  /** The event itself. */
  Json event() {
    return event;
  }

  /**
   * Whether a new trace hangs below X-Ray's segment, as the vendor's library does for EventBridge.
   */
  private boolean hangsBelowXray() {
    return "eventbridge".equals(trigger.source());
  }

  /** The X-Ray header of this invocation, by whichever way the runtime gives it. */
  private static @Nullable XRayHeader xray(Context context) {
    return XRayHeader.tryParse(xrayText(context));
  }

  /** The same as text. */
  static @Nullable String xrayText(Context context) {
    String header = null;
    try {
      header = context.getXrayTraceId();
    } catch (LinkageError olderRuntime) {
      // Runtimes before multi-concurrency have the system property only.
    }
    return header == null ? System.getProperty("com.amazonaws.xray.traceHeader") : header;
  }
}
