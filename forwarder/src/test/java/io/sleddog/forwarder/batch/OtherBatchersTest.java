package io.sleddog.forwarder.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.StorageTags;
import io.sleddog.forwarder.fixture.AgentPayloadProto;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.TraceLine;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherBatchersTest {
  private final List<Batch> batches = new ArrayList<>();
  private final Batcher batcher =
      new Batcher(
          new BatchContext(
              new BufferPool(1 << 20),
              new StorageTags(true, true),
              new Counters(),
              Deadlines.far(),
              batches::add));

  @Test
  void batch_points_areGroupedByNameTagsAndSecond() throws IOException {
    add(
        point("a", 1, 10, "x"),
        point("a", 2, 10, "x"),
        point("a", 3, 11, "x"),
        point("a", 4, 10, "y"),
        point("b", 5, 10, "x"));

    assertThat(Events.MAPPER.readTree(batches.get(0).body().text()))
        .isEqualTo(
            Events.MAPPER.readTree(
                """
                {"series":[
                {"metric":"a","type":"distribution","points":[[10,[1.0,2.0]],[11,[3.0]]],"tags":["x"]},
                {"metric":"a","type":"distribution","points":[[10,[4.0]]],"tags":["y"]},
                {"metric":"b","type":"distribution","points":[[10,[5.0]]],"tags":["x"]}]}
                """));
  }

  @Test
  void batch_manyPoints_areSplit() throws IOException {
    MetricPoint[] points = new MetricPoint[MetricBatcher.MAX_POINTS + 1];
    Arrays.setAll(points, i -> point("a", i, i, "x"));

    add(points);

    assertThat(batches.get(0).items()).isLessThanOrEqualTo(MetricBatcher.MAX_POINTS);
    assertThat(batches.stream().mapToInt(Batch::items).sum()).isEqualTo(points.length);
  }

  @Test
  void stored_point_isTheLineThatItWas() throws IOException {
    add(point("a", 1.5, 10, "x:\"y\""));

    assertThat(batches.get(0).stored())
        .containsExactly("{\"m\":\"a\",\"v\":1.5,\"e\":10,\"t\":[\"x:\\\"y\\\"\"]}");
  }

  @Test
  void halves_ofPointsAndLines_holdAll() throws IOException {
    add(point("a", 1, 1), point("a", 2, 1), point("a", 3, 1));
    addLines(line(1, "n"), line(2, "n"), line(3, "n"));

    for (Batch batch : batches) {
      assertThat(batch.halves()).extracting(Batch::items).containsExactly(1, 2);
    }
  }

  @Test
  void batch_lines_shareAPayloadIfTheyShareWhatItSays() throws IOException {
    addLines(line(1, "first"), line(2, "second"));

    JsonNode payload =
        AgentPayloadProto.read(batches.get(0).body().array(), batches.get(0).body().length());
    assertThat(payload.get("tracerPayloads")).hasSize(1);
    assertThat(payload.at("/tracerPayloads/0/chunks")).hasSize(2);
  }

  @Test
  void batch_extremeValues_survive() throws IOException {
    Span span =
        new Span(
            new Span.Ids(0, -1, Long.MIN_VALUE, 1),
            "é".repeat(200),
            "",
            "r",
            "web",
            Long.MAX_VALUE,
            -5,
            1,
            Map.of("k", "v".repeat(20_000), "", ""),
            Map.of("zero", 0.0, "negative", -0.0, "tiny", Double.MIN_VALUE));
    addLines(new TraceLine("", List.of(span), Tags.NONE, null));

    JsonNode read =
        AgentPayloadProto.read(batches.get(0).body().array(), batches.get(0).body().length())
            .at("/tracerPayloads/0/chunks/0/spans/0");
    assertThat(read.get("traceID").asText()).isEqualTo("18446744073709551615");
    assertThat(read.get("spanID").asText()).isEqualTo("9223372036854775808");
    assertThat(read.get("start").asLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(read.get("duration").asLong()).isEqualTo(-5);
    assertThat(read.at("/meta/k").asText()).hasSize(20_000);
    assertThat(read.at("/metrics/tiny").asDouble()).isEqualTo(Double.MIN_VALUE);
    assertThat(read.has("name")).isFalse();
  }

  @Test
  void stored_line_hasItsTagsAndFunction() throws IOException {
    addLines(line(1, "n"));

    assertThat(Events.MAPPER.readTree(batches.get(0).stored().get(0)))
        .isEqualTo(
            Events.MAPPER.readTree(
                "{\"message\":\"text n\",\"tags\":\"env:x\",\"function\":\""
                    + Records.FUNCTION.text()
                    + "\"}"));
  }

  @Test
  void batch_largeLines_areSplit() throws IOException {
    addLines(line(1, "x".repeat(2_000_000)), line(2, "y".repeat(2_000_000)));

    assertThat(batches).hasSize(2);
  }

  private void add(MetricPoint... points) throws IOException {
    for (MetricPoint point : points) {
      batcher.batch(point, 0);
    }
    batcher.finish();
  }

  private void addLines(TraceLine... lines) throws IOException {
    for (TraceLine line : lines) {
      batcher.batch(line, 0);
    }
    batcher.finish();
  }

  private static MetricPoint point(String name, double value, long second, String... tags) {
    return new MetricPoint(name, value, second, List.of(tags));
  }

  private static TraceLine line(long trace, String name) {
    Span.Ids ids = new Span.Ids(0, trace, 1, 0);
    Span span = new Span(ids, "s", name, "r", "", 1, 1, 0, Map.of(), Map.of());
    return new TraceLine("text " + name, List.of(span), new Tags("env:x"), Records.FUNCTION);
  }
}
