package io.sleddog.lambda.line;

import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Spans as lines: {@code {"traces":[[span,span,…]]}}, each at most {@link #MAX_BYTES} long and
 * complete in itself. A trace that is not kept is not written. Safe for use by several threads.
 */
public final class TraceLines implements TraceSink {
  /** The most that a line may have, with its newline: CloudWatch Logs cuts what is much longer. */
  public static final int MAX_BYTES = 200 * 1024;

  private static final String HEAD = "{\"traces\":[[";
  private static final String TAIL = "]]}\n";

  /** How long the values of a span may be that is too long by itself, in turn. */
  private static final int[] SHORTER = {20_000, 5_000, 1_000, 200, 40};

  private final LineSink sink;
  private final SpanJson spanJson;

  /** The buffer of the last write, if nobody has it just now. */
  private final AtomicReference<@Nullable JsonWriter> spare = new AtomicReference<>();

  /** Writes to {@code sink}. */
  public TraceLines(LineSink sink, SpanJson spanJson) {
    this.sink = sink;
    this.spanJson = spanJson;
  }

  @Override
  public boolean forgets() {
    return true;
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    if (context.priority() <= 0) {
      return;
    }
    JsonWriter json = spare.getAndSet(null);
    if (json == null) {
      json = new JsonWriter(4096);
    }
    json.cutTo(0);
    json.ascii(HEAD);
    for (ActiveSpan span : spans) {
      add(json, span);
    }
    finish(json);
    if (json.capacity() <= 2 * MAX_BYTES) {
      spare.setRelease(json);
    }
  }

  /** Adds a span to the line, or ends the line and begins another with it. */
  private void add(JsonWriter json, ActiveSpan span) {
    int before = json.size();
    boolean first = before == HEAD.length();
    json.ascii(first ? "" : ",");
    spanJson.write(json, span, first, Integer.MAX_VALUE);
    if (fits(json)) {
      return;
    }
    json.cutTo(before);
    if (!first) {
      finish(json);
      json.cutTo(0);
      json.ascii(HEAD);
      add(json, span);
      return;
    }
    for (int i = 0; i < SHORTER.length && (i == 0 || !fits(json)); i++) {
      json.cutTo(before);
      spanJson.write(json, span, true, SHORTER[i]);
    }
    if (!fits(json)) {
      json.cutTo(before);
      spanJson.writeWithoutTags(json, span);
    }
  }

  private static boolean fits(JsonWriter json) {
    return json.size() + TAIL.length() <= MAX_BYTES;
  }

  private void finish(JsonWriter json) {
    if (json.size() > HEAD.length()) {
      sink.write(json.ascii(TAIL).copyFrom(0));
    }
  }
}
