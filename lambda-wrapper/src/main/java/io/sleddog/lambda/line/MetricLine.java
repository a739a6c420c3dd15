package io.sleddog.lambda.line;

import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.metric.Distribution;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A distribution point as a line: {@code {"m":name,"v":value,"e":seconds,"t":[tags]}}. */
public final class MetricLine {
  private final LineSink sink;
  private final Warnings warnings;

  /** The buffer of the last write, if nobody has it just now. */
  private final AtomicReference<@Nullable JsonWriter> spare = new AtomicReference<>();

  /** Writes to {@code sink}. */
  public MetricLine(LineSink sink, Warnings warnings) {
    this.sink = sink;
    this.warnings = warnings;
  }

  /** Writes one point, unless its tags are longer than a line can be. */
  public void write(Distribution point) {
    JsonWriter json = spare.getAndSet(null);
    if (json == null) {
      json = new JsonWriter(512);
    }
    write(json, point);
    if (json.size() <= TraceLines.MAX_BYTES) {
      sink.write(json.copyFrom(0));
      spare.set(json);
    } else {
      warnings.say("a metric point is dropped: its tags are longer than a log line can be");
    }
  }

  private static void write(JsonWriter json, Distribution point) {
    json.cutTo(0);
    json.ascii("{\"m\":").text(point.name());
    json.ascii(",\"v\":").decimal(point.value());
    json.ascii(",\"e\":").integer(point.epochSeconds());
    json.ascii(",\"t\":[");
    List<String> tags = point.tags();
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(i == 0 ? "" : ",").text(tags.get(i));
    }
    json.ascii("]}\n");
  }
}
