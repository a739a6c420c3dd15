package io.sleddog.lambda.line;

import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.tag.Tags;

/** One span as a JSON object. */
public final class SpanJson {
  /** Names and resources beyond this are cut by the intake anyway. */
  private static final int MOST_CHARACTERS = 5000;

  private static final byte[] TRACE_ID = JsonWriter.encoded("{\"trace_id\":");
  private static final byte[] SPAN_ID = JsonWriter.encoded(",\"span_id\":");
  private static final byte[] PARENT_ID = JsonWriter.encoded(",\"parent_id\":");
  private static final byte[] SERVICE = JsonWriter.encoded(",\"service\":");
  private static final byte[] NAME = JsonWriter.encoded(",\"name\":");
  private static final byte[] RESOURCE = JsonWriter.encoded(",\"resource\":");
  private static final byte[] TYPE = JsonWriter.encoded(",\"type\":");
  private static final byte[] START = JsonWriter.encoded(",\"start\":");
  private static final byte[] DURATION = JsonWriter.encoded(",\"duration\":");

  private final Tags common;

  /** {@code common}: the tags that every span has unless it has others of that name. */
  public SpanJson(Tags common) {
    this.common = common;
  }

  /**
   * Writes a span; the first of a line carries what holds for the whole trace.
   *
   * @param longest how many characters of a tag's value are kept
   */
  void write(JsonWriter json, ActiveSpan span, boolean first, int longest) {
    // It changes no more, but its lock is taken for each question: a second time costs less.
    synchronized (span) {
      writeHead(json, span);
      writeMeta(json, span, first, longest);
      writeMetrics(json, span, first);
    }
    json.ascii("}");
  }

  /** Writes the first span of a line with nothing but what has to be there. */
  void writeWithoutTags(JsonWriter json, ActiveSpan span) {
    writeHead(json, span);
    json.ascii(",\"meta\":{\"_dd.origin\":\"lambda\",\"_sleddog.tags\":\"dropped\"");
    writeTraceTags(json, span.trace().context());
    json.ascii("},\"metrics\":{\"_sampling_priority_v1\":");
    json.integer(span.trace().context().priority()).ascii("}}");
  }

  private static void writeHead(JsonWriter json, ActiveSpan span) {
    json.bytes(TRACE_ID).id(span.trace().context().traceIdLow());
    json.bytes(SPAN_ID).id(span.spanId());
    json.bytes(PARENT_ID).id(span.parentId());
    json.bytes(SERVICE).text(span.service(), MOST_CHARACTERS);
    json.bytes(NAME).text(span.name(), MOST_CHARACTERS);
    json.bytes(RESOURCE).text(span.resource(), MOST_CHARACTERS);
    String type = span.type();
    if (type != null) {
      json.bytes(TYPE).text(type, MOST_CHARACTERS);
    }
    json.ascii(span.failed() ? ",\"error\":1" : ",\"error\":0");
    json.bytes(START).integer(span.startNanos());
    json.bytes(DURATION).integer(span.durationNanos());
  }

  private void writeMeta(JsonWriter json, ActiveSpan span, boolean first, int longest) {
    json.ascii(",\"meta\":{\"_dd.origin\":\"lambda\"");
    if (first) {
      writeTraceTags(json, span.trace().context());
    }
    Tags tags = span.meta();
    for (int i = 0; i < common.size(); i++) {
      if (tags.get(common.key(i)) == null) {
        json.name(common.key(i)).text(common.value(i), longest);
      }
    }
    for (int i = 0; i < tags.size(); i++) {
      json.name(tags.key(i)).text(tags.value(i), longest);
    }
    json.ascii("}");
  }

  private static void writeTraceTags(JsonWriter json, TraceContext context) {
    if (context.traceIdHigh() != 0) {
      json.ascii(",\"_dd.p.tid\":").id(context.traceIdHigh());
    }
    String tags = context.baggage().tags();
    int from = 0;
    while (tags != null && from < tags.length()) {
      int comma = tags.indexOf(',', from);
      int end = comma < 0 ? tags.length() : comma;
      int equals = tags.indexOf('=', from);
      json.ascii(",").text(tags, from, equals).ascii(":").text(tags, equals + 1, end);
      from = end + 1;
    }
  }

  private static void writeMetrics(JsonWriter json, ActiveSpan span, boolean first) {
    json.ascii(",\"metrics\":{");
    int before = json.size();
    ActiveSpan parent = span.parent();
    if (first || span.isEntry()) {
      json.ascii("\"_sampling_priority_v1\":").integer(span.trace().context().priority());
    }
    if (parent == null || span.isEntry() || !parent.service().equals(span.service())) {
      json.ascii(json.size() == before ? "" : ",").ascii("\"_dd.top_level\":1");
    }
    Tags rates = span.trace().context().rates();
    if (first && rates != null) {
      writeNumbers(json, rates, before);
    }
    writeNumbers(json, span.metrics(), before);
    if (json.size() == before) {
      json.cutTo(before - ",\"metrics\":{".length());
    } else {
      json.ascii("}");
    }
  }

  private static void writeNumbers(JsonWriter json, Tags tags, int begin) {
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(json.size() == begin ? "" : ",").text(tags.key(i));
      json.ascii(":").decimal((Double) tags.value(i));
    }
  }
}
