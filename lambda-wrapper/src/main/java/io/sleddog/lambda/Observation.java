package io.sleddog.lambda;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.context.BaggageHeader;
import io.sleddog.lambda.context.SpanLink;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.context.XRayHeader;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.InferredSpans;
import io.sleddog.lambda.span.LinkTags;
import io.sleddog.lambda.span.PayloadTags;
import io.sleddog.lambda.span.Trace;
import io.sleddog.lambda.tag.Tags;
import io.sleddog.lambda.trigger.DurableExecution;
import io.sleddog.lambda.trigger.Pointer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One invocation under observation: from its begin, by way of its failure if there is one, to its
 * end.
 */
final class Observation {
  private final Instrumentation instrumentation;
  private final Settings settings;
  private final Invocation invocation;
  private final EventAnalysis event;
  private @Nullable InferredSpans inferred;
  private @Nullable ActiveSpan functionSpan;
  private @Nullable Scope scope;
  private boolean failed;
  private boolean over;
  private @Nullable XRayHeader xray;

  /** When the watchdog is to act. */
  private final long actAtNanos;

  private boolean settled;

  Observation(
      Instrumentation instrumentation,
      Invocation invocation,
      EventAnalysis event,
      long actAtNanos) {
    this.actAtNanos = actAtNanos;
    this.instrumentation = instrumentation;
    this.settings = instrumentation.settings();
    this.invocation = invocation;
    this.event = event;
  }

  /** X-Ray's trace of this invocation, if it is to know of ours. */
  void xray(@Nullable XRayHeader header) {
    xray = header;
  }

  /** Writes a point of one of the metrics that every invocation has. */
  void count(String metric, double value) {
    instrumentation.points().enhanced(metric, value, invocation);
  }

  /** Begins the spans in front of the function and its own, which is current for this thread. */
  void trace(Trace trace, List<SpanLink> batchLinks) {
    inferred =
        InferredSpans.start(
            event.inferredSpans(), trace, settings.serviceNames(), invocation.requestId());
    ActiveSpan span =
        trace.start(
            "aws.lambda", settings.functionService(), inferred.nearest(), trace.beginNanos());
    span.begin("serverless", settings.functionName(), tags(trace.context()));
    link(span, links(trace, batchLinks), event.pointers());
    capture("function.request", event.event(), span);
    traceLoad(trace, inferred.nearest());
    functionSpan = span;
    scope = instrumentation.makesSpansCurrent() ? Scope.enter(instrumentation, span) : null;
  }

  /** Adds the span of what AWS calls the init phase, to the first invocation after it. */
  private void traceLoad(Trace trace, @Nullable ActiveSpan above) {
    int least = settings.minColdStartMillis();
    if (invocation.sandbox() == ColdStart.Sandbox.WARM || least < 0) {
      return;
    }
    if (settings.isSnapshot()) {
      RestoreSpan.add(instrumentation, trace, above, invocation.requestId());
      return;
    }
    long begin = instrumentation.clock().processStartMillis();
    long end = instrumentation.coldStart().loadedMillis();
    if (end - begin < least) {
      return;
    }
    ActiveSpan load = trace.start("aws.lambda.load", "aws.lambda", above, begin * 1_000_000);
    load.type("aws.lambda.load");
    load.resource(settings.functionName());
    load.tag("resource_names", settings.functionName());
    load.tag("operation_name", "aws.lambda.load");
    load.tag("request_id", invocation.requestId());
    load.endAt(end * 1_000_000);
  }

  /** Links the function's span to others, and the one above it to what its service wrote. */
  private static void link(ActiveSpan span, List<SpanLink> links, List<Pointer> pointers) {
    if (!links.isEmpty()) {
      span.tag("_dd.span_links", LinkTags.json(links, List.of()));
    }
    if (!pointers.isEmpty()) {
      ActiveSpan above = span.parent();
      (above == null ? span : above).tag("_dd.span_links", LinkTags.json(List.of(), pointers));
    }
  }

  private void capture(String name, Json payload, ActiveSpan span) {
    if (settings.payloads()) {
      span.tagAll(new PayloadTags(settings.payloadDepth()).of(name, payload));
    }
  }

  private static List<SpanLink> links(Trace trace, List<SpanLink> batchLinks) {
    List<SpanLink> links = trace.context().baggage().links();
    if (links.isEmpty()) {
      return batchLinks;
    }
    List<SpanLink> all = new ArrayList<>(links);
    all.addAll(batchLinks);
    return all;
  }

  private Tags tags(TraceContext context) {
    Tags tags = new Tags(0);
    tags.putAll(instrumentation.functionTags().of(invocation));
    tags.put("request_id", invocation.requestId());
    String items = context.baggage().items();
    if (items != null) {
      addBaggage(tags, BaggageHeader.items(items));
    }
    tags.put("_dd.parent_source", context.isXrays() ? "xray" : null);
    return event.tag(tags, invocation.arn());
  }

  private void addBaggage(Tags tags, Map<String, String> items) {
    List<String> wanted = settings.baggageTags();
    for (Map.Entry<String, String> item : items.entrySet()) {
      if (wanted.contains(item.getKey()) || wanted.contains("*")) {
        tags.put("baggage." + item.getKey(), item.getValue());
      }
    }
  }

  /** The user's handler threw. */
  void failed(Throwable cause) {
    try {
      if (cause instanceof VirtualMachineError) {
        instrumentation.freeReserve();
      }
      if (functionSpan != null) {
        functionSpan.fail(cause);
      }
      countError();
    } catch (Throwable ours) {
      say("an error is not recorded", ours);
    }
  }

  private void countError() {
    if (!failed) {
      failed = true;
      count("aws.lambda.enhanced.errors", 1);
    }
  }

  /** Says what went wrong; where even that goes wrong, nothing is to be had. */
  private void say(String trouble, Throwable ours) {
    try {
      instrumentation.warnings().say(trouble, ours);
    } catch (Throwable ignored) {
      // The user's own result or exception is on its way: nothing may take its place.
    }
  }

  /** Settles the end: by the handler's return or by the watchdog, whichever comes first. */
  private synchronized boolean settle() {
    boolean first = !settled;
    settled = true;
    return first;
  }

  /** The invocation is over. {@code response} is missing if the handler threw. */
  void end(Json response) {
    try {
      if (scope != null) {
        scope.leaveWithAllInside();
      }
      instrumentation.watchdog().release(this);
      if (settle()) {
        readResponse(response);
        endSpans();
        tellXray();
        over = instrumentation.forgetsSpans();
      }
    } catch (Throwable ours) {
      say("a trace is not written", ours);
    }
  }

  /**
   * Whether event and response will not be looked at any more, so that their memory may be used
   * again: all is written, and no other thread is at it.
   */
  boolean isOver() {
    return over;
  }

  /** When the watchdog is to act, in {@link System#nanoTime} terms. */
  long actAtNanos() {
    return actAtNanos;
  }

  /** The runtime is about to stop the invocation: writes the trace as it is. */
  void timeOut() {
    try {
      ActiveSpan span = functionSpan;
      if (span != null && settle()) {
        span.fail();
        span.tag("error.type", "Timeout");
        span.tag("error.message", "Datadog detected a Timeout");
        span.trace().endAll();
        endSpans();
        tellXray();
      }
    } catch (Throwable ours) {
      say("the trace of a timeout is not written", ours);
    }
  }

  /** Whether {@link #end} wants to see the response. */
  boolean wantsResponse() {
    return event.isHttp()
        || event.isBatch()
        || event.isAuthorization()
        || event.isDurable()
        || settings.payloads();
  }

  /** The response that goes out instead, or null; to be asked after the end. */
  byte @Nullable [] replacement(ByteArrayOutputStream response, Json parsed) {
    try {
      return functionSpan != null
              && settings.encodeAuthorizer()
              && parsed.get("principalId").isTruthy()
              && AuthorizerResult.isOne(parsed)
          ? AuthorizerResult.with(headers(functionSpan), response.toByteArray(), parsed)
          : null;
    } catch (RuntimeException ours) {
      instrumentation.warnings().say("an authorizer's trace is not passed on", ours);
      return null;
    }
  }

  /** What the function behind an authorizer needs to go on with the trace. */
  private Map<String, String> headers(ActiveSpan function) {
    ActiveSpan above = function.parent();
    ActiveSpan span = above == null ? function : above;
    Map<String, String> headers = new LinkedHashMap<>();
    instrumentation.propagator().inject(span.trace().context(), span.spanId(), headers);
    long end = span.startNanos() + span.durationNanos();
    headers.put("x-datadog-parent-span-finish-time", Long.toString(end));
    String requestId = event.event().get("requestContext").get("requestId").scalar();
    if (requestId != null) {
      headers.put("x-datadog-authorizing-requestid", requestId);
    }
    return headers;
  }

  private void readResponse(Json response) {
    Json failures = response.get("batchItemFailures");
    if (failures.isArray()) {
      count("aws.lambda.enhanced.batch_item_failures", length(failures));
    }
    if (functionSpan != null) {
      capture("function.response", response, functionSpan);
      if (event.isDurable()) {
        functionSpan.tag("aws.durable.execution_status", DurableExecution.status(response));
      }
    }
    if (!event.isHttp()) {
      return;
    }
    String status = statusCode(response);
    if (functionSpan != null) {
      functionSpan.tag("http.status_code", status);
    }
    if (status.length() == 3 && status.charAt(0) == '5') {
      if (functionSpan != null) {
        functionSpan.fail();
      }
      countError();
    }
  }

  private void tellXray() {
    XRayHeader header = xray;
    if (header != null) {
      Tags tags = event.tags(invocation.arn());
      tags.put(
          "http.status_code",
          functionSpan == null ? null : functionSpan.meta().get("http.status_code"));
      instrumentation.tellXray(header, event.carried(), tags);
    }
  }

  private static int length(Json array) {
    int length = 0;
    for (Json item = array.first(); item.exists(); item = item.next()) {
      length++;
    }
    return length;
  }

  /** What API Gateway and its like make of the result. */
  private static String statusCode(Json response) {
    if (!response.isPresent()) {
      return "502";
    }
    Json status = response.get("statusCode");
    String text = status.isTruthy() ? status.scalar() : null;
    return text == null ? "200" : text;
  }

  private void endSpans() {
    if (functionSpan == null) {
      return;
    }
    Trace trace = functionSpan.trace();
    long now = trace.now();
    functionSpan.endAt(now);
    if (inferred != null) {
      inferred.tagNearest(resultTags(functionSpan));
      if (functionSpan.failed()) {
        inferred.fail();
      }
      inferred.end(trace.beginNanos(), now);
    }
    trace.write();
  }

  /** What the span above the function takes from the function's. */
  private Tags resultTags(ActiveSpan function) {
    Tags tags = new Tags(4);
    tags.put("http.status_code", function.meta().get("http.status_code"));
    tags.put("http.route", function.meta().get("http.route"));
    tags.put("dd_resource_key", function.meta().get("function_trigger.event_source_arn"));
    String service = settings.service();
    if (service != null) {
      tags.put("peer.service", service);
      tags.put("_dd.peer.service.source", "peer.service");
    }
    return tags;
  }
}
