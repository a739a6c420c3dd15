package io.sleddog.forwarder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
import io.sleddog.forwarder.config.StorageTags;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Golden;
import io.sleddog.forwarder.fixture.OtlpProto;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.parse.ObjectReader;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Batches as OpenTelemetry reads them: {@code in.json} has logs, metric lines or trace lines,
 * {@code out.json} the request as OpenTelemetry's own classes decode it. The JSON form must say the
 * same.
 */
class OtlpRequestTest {
  private static final String STAGE = "otlp";

  static List<String> cases() {
    return Golden.cases(STAGE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void request_batch_isReadByOpenTelemetry(String name) throws IOException {
    Batch batch = batch(Events.MAPPER.readTree(Golden.read(STAGE, name, "in.json")));

    JsonNode decoded = OtlpProto.read(batch.kind(), OtlpRequest.protobuf(batch));

    Golden.check(STAGE, name, decoded);
    JsonNode json = Events.MAPPER.readTree(OtlpRequest.json(batch).text());
    assertThat(OtlpProto.withoutEmptyLists(json)).isEqualTo(decoded);
  }

  private static Batch batch(JsonNode in) throws IOException {
    List<Item> items = new ArrayList<>();
    for (JsonNode item : in.get("items")) {
      items.add(item(in, item));
    }
    return batch(items);
  }

  private static Batch batch(List<Item> items) throws IOException {
    List<Batch> batches = new ArrayList<>();
    Batcher batcher =
        new Batcher(
            new BatchContext(
                new BufferPool(1 << 20),
                new StorageTags(false, false),
                new Counters(),
                Deadlines.far(),
                batches::add));
    for (Item item : items) {
      batcher.batch(item, 0);
    }
    batcher.finish();
    assertThat(batches).hasSize(1);
    return batches.get(0);
  }

  private static Item item(JsonNode in, JsonNode item) throws IOException {
    Tags tags = new Tags(in.path("tags").asText());
    if (item.has("m")) {
      List<String> all = new ArrayList<>();
      item.get("t").forEach(tag -> all.add(tag.asText()));
      return new MetricPoint(
          item.get("m").asText(), item.get("v").asDouble(), item.get("e").asLong(), all);
    } else if (item.has("traces")) {
      return Router.traceLine(item.toString(), tags, Records.FUNCTION).orElseThrow();
    }
    Origin origin = new Origin("awslogs", Map.of("logGroup", "/aws/lambda/orders"));
    return ObjectReader.only(
        Slice.of(item.toString()),
        new Envelope(
            Records.INVOCATION,
            origin,
            in.path("function").asBoolean() ? Records.FUNCTION : null,
            "lambda",
            "the-host",
            "orders",
            tags,
            Tags.NONE));
  }
}
