package io.sleddog.lambda.line;

import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.metric.Distribution;
import java.util.List;

/** A distribution point as a line: {@code {"m":name,"v":value,"e":seconds,"t":[tags]}}. */
public final class MetricLine {
  private final LineSink sink;

  /** Writes to {@code sink}. */
  public MetricLine(LineSink sink) {
    this.sink = sink;
  }

  /** Writes one point. */
  public void write(Distribution point) {
    JsonWriter json = new JsonWriter(512);
    json.ascii("{\"m\":").text(point.name());
    json.ascii(",\"v\":").decimal(point.value());
    json.ascii(",\"e\":").integer(point.epochSeconds());
    json.ascii(",\"t\":[");
    List<String> tags = point.tags();
    for (int i = 0; i < tags.size(); i++) {
      json.ascii(i == 0 ? "" : ",").text(tags.get(i));
    }
    sink.write(json.ascii("]}\n").copyFrom(0));
  }
}
