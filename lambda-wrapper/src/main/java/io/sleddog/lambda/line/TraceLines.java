package io.sleddog.lambda.line;

import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import java.util.List;

/** Spans as lines: {@code {"traces":[[span,span,…]]}}. */
public final class TraceLines implements TraceSink {
  private final LineSink sink;
  private final SpanJson spanJson;

  /** Writes to {@code sink}. */
  public TraceLines(LineSink sink, SpanJson spanJson) {
    this.sink = sink;
    this.spanJson = spanJson;
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    if (context.priority() <= 0) {
      return;
    }
    JsonWriter json = new JsonWriter(2048);
    json.ascii("{\"traces\":[[");
    for (int i = 0; i < spans.size(); i++) {
      json.ascii(i == 0 ? "" : ",");
      spanJson.write(json, spans.get(i), i == 0);
    }
    sink.write(json.ascii("]]}\n").copyFrom(0));
  }
}
