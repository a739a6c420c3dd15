package io.sleddog.forwarder.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.AwsClient;
import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.deliver.Kept;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpillTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(5), ZoneOffset.UTC);

  private final FakeAws aws = new FakeAws();
  private final AwsClient client = StoreContract.client(aws);
  private final Counters counters = new Counters();

  @Test
  void keep_sameMomentAndInvocation_hasAnotherKey() {
    Spill spill = new Spill(new S3Store(new S3Client(client), "bucket", "f"), "r", counters, CLOCK);
    spill.keep(logs(1, "a"), "", false, Deadlines.far());
    spill.keep(logs(1, "b"), "", false, Deadlines.far());

    assertThat(aws.objects)
        .containsOnlyKeys("failed_events/f/logs/5-r-1", "failed_events/f/logs/5-r-2")
        .containsValue(
            "{\"kind\":\"logs\",\"target\":\"\",\"attempts\":1,\"first\":5,"
                + "\"headers\":{\"h\":\"v\"},\"items\":[\"a\"]}");
  }

  @Test
  void keep_refusedBatch_goesToQuarantineAtOnce() {
    Spill spill = new Spill(new S3Store(new S3Client(client), "bucket", "f"), "r", counters, CLOCK);
    spill.keep(logs(2, "a"), "", true, Deadlines.far());

    assertThat(aws.objects).containsOnlyKeys("failed_events/f/quarantine/logs/5-r-1");
    assertThat(counters.get(Count.QUARANTINED)).isEqualTo(2);
  }

  @Test
  void keep_batchLargerThanAMessage_isDivided() {
    SqsStore store = new SqsStore(client, "http://127.0.0.1:1/1/queue", "f", null);
    Spill spill = new Spill(store, "r", counters, CLOCK);
    spill.keep(logs(10, "x".repeat(100_000)), "", true, Deadlines.far());

    assertThat(aws.messages.values())
        .hasSize(5)
        .allMatch(message -> message.get("Body").asText().length() <= store.mostBytes());
  }

  @Test
  void keep_oneItemTooLargeForTheQueue_storesAllOthers() {
    aws.mostMessageLength = 262_144;
    String large = "\"" + "x".repeat(300_000) + "\"";
    StoredLogs logs = new StoredLogs(List.of("\"a\"", large, "\"b\"", large), Map.of());

    Kept kept = queue().keep(logs, "", false, Deadlines.far());

    assertThat(kept.items()).isEqualTo(2);
    assertThat(kept.problem()).contains("400, InvalidParameterValue");
    assertThat(aws.messages.values())
        .singleElement()
        .satisfies(m -> assertThat(m.get("Body").asText()).endsWith("\"items\":[\"a\",\"b\"]}"));
  }

  @Test
  void keep_queueTakesOnlyTheFirstMessages_saysHowManyItemsThatWere() {
    aws.mostMessages = 2;

    Kept kept = queue().keep(logs(10, "x".repeat(100_000)), "", false, Deadlines.far());

    assertThat(kept.items()).isEqualTo(4);
    assertThat(kept.problem()).contains("OverLimit");
    assertThat(aws.refusedMessages).as("the first refusal ends it").isEqualTo(1);
  }

  private Spill queue() {
    SqsStore store = new SqsStore(client, "http://127.0.0.1:1/1/queue", "f", null);
    return new Spill(store, "r", counters, CLOCK);
  }

  private static StoredLogs logs(int count, String text) {
    List<String> items = Collections.nCopies(count, "\"" + text + "\"");
    return new StoredLogs(items, Map.of("h", "v"));
  }
}
