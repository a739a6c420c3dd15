package io.sleddog.lambda.line;

import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A distribution point as a line: {@code {"m":name,"v":value,"e":seconds,"t":[tags]}}. */
public final class MetricLine {
  private final LineSink sink;
  private final Warnings warnings;

  /** The buffer of the last write, if nobody has it just now. */
  private final AtomicReference<@Nullable JsonWriter> spare = new AtomicReference<>();

  /** Tags that come often, and the end of a line with them. */
  private volatile Map.@Nullable Entry<List<String>, byte[]> often;

  /** Writes to {@code sink}. */
  public MetricLine(LineSink sink, Warnings warnings) {
    this.sink = sink;
    this.warnings = warnings;
  }

  /** Writes one point with a finite value, unless its tags are longer than a line can be. */
  public void write(String name, double value, long epochSeconds, List<String> tags) {
    JsonWriter json = take();
    writeHead(json, name, value, epochSeconds);
    writeTags(json, tags);
    finish(json);
  }

  /** The same with tags that never change and come again as the same list. */
  public void writeOften(String name, double value, long epochSeconds, List<String> tags) {
    JsonWriter json = take();
    writeHead(json, name, value, epochSeconds);
    Map.Entry<List<String>, byte[]> known = often;
    if (known != null && known.getKey() == tags) {
      json.bytes(known.getValue(), 0, known.getValue().length);
    } else {
      int before = json.size();
      writeTags(json, tags);
      often = Map.entry(tags, json.copyFrom(before));
    }
    finish(json);
  }

  private JsonWriter take() {
    JsonWriter json = spare.getAndSet(null);
    if (json == null) {
      return new JsonWriter(512);
    }
    json.cutTo(0);
    return json;
  }

  private void finish(JsonWriter json) {
    if (json.size() <= TraceLines.MAX_BYTES) {
      sink.write(json.copyFrom(0));
      spare.setRelease(json);
    } else {
      warnings.say("a metric point is dropped: its tags are longer than a log line can be");
    }
  }

  private static void writeHead(JsonWriter json, String name, double value, long epochSeconds) {
    json.ascii("{\"m\":").text(name);
    json.ascii(",\"v\":").decimal(value);
    json.ascii(",\"e\":").integer(epochSeconds);
  }

  private static void writeTags(JsonWriter json, List<String> tags) {
    json.ascii(",\"t\":[");
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(i == 0 ? "" : ",").text(tags.get(i));
    }
    json.ascii("]}\n");
  }
}
