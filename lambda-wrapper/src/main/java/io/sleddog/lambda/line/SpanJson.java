package io.sleddog.lambda.line;

import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Tags;

/** One span as a JSON object. */
public final class SpanJson {
  /** Writes a span; the first of a line carries what holds for the whole trace. */
  void write(JsonWriter json, ActiveSpan span, boolean first) {
    TraceContext context = span.trace().context();
    json.ascii("{\"trace_id\":").id(context.traceIdLow());
    json.ascii(",\"span_id\":").id(span.spanId());
    json.ascii(",\"parent_id\":").id(span.parentId());
    json.ascii(",\"service\":").text(span.service());
    json.ascii(",\"name\":").text(span.name());
    json.ascii(",\"resource\":").text(span.resource());
    String type = span.type();
    if (type != null) {
      json.ascii(",\"type\":").text(type);
    }
    json.ascii(span.failed() ? ",\"error\":1" : ",\"error\":0");
    json.ascii(",\"start\":").integer(span.startNanos());
    json.ascii(",\"duration\":").integer(span.durationNanos());
    writeMeta(json, span, first);
    writeMetrics(json, span, first);
    json.ascii("}");
  }

  private static void writeMeta(JsonWriter json, ActiveSpan span, boolean first) {
    TraceContext context = span.trace().context();
    json.ascii(",\"meta\":{\"_dd.origin\":\"lambda\"");
    if (first && context.traceIdHigh() != 0) {
      json.ascii(",\"_dd.p.tid\":").id(context.traceIdHigh());
    }
    String decisionMaker = context.decisionMaker();
    if (first && decisionMaker != null) {
      json.ascii(",\"_dd.p.dm\":").text(decisionMaker);
    }
    Tags tags = span.meta();
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(",").text(tags.key(i)).ascii(":").text((String) tags.value(i));
    }
    json.ascii("}");
  }

  private static void writeMetrics(JsonWriter json, ActiveSpan span, boolean first) {
    json.ascii(",\"metrics\":{");
    String comma = "";
    if (first) {
      json.ascii("\"_sampling_priority_v1\":").integer(span.trace().context().priority());
      comma = ",";
    }
    ActiveSpan parent = span.parent();
    if (parent == null || !parent.service().equals(span.service())) {
      json.ascii(comma).ascii("\"_dd.top_level\":1");
      comma = ",";
    }
    Tags tags = span.metrics();
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(comma).text(tags.key(i)).ascii(":").decimal((Double) tags.value(i));
      comma = ",";
    }
    json.ascii("}");
  }
}
