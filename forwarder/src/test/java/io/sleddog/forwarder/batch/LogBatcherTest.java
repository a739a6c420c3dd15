package io.sleddog.forwarder.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.config.StorageTags;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Clues;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogBatcherTest {
  private final List<Batch> batches = new ArrayList<>();
  private final Counters counters = new Counters();
  private final LogBatcher batcher =
      new LogBatcher(
          new BatchContext(
              new BufferPool(20 << 20),
              new StorageTags(true, true),
              counters,
              Deadlines.far(),
              batches::add));

  @Test
  void add_thousandAndOne_makesTwoBatches() throws IOException {
    for (int i = 0; i <= LogBatcher.MAX_ITEMS; i++) {
      batcher.add(Records.of("log " + i), i);
    }
    batcher.finish();

    assertThat(batches).extracting(Batch::items).containsExactly(1000, 1);
    assertThat(batches.get(0).sources()).isEqualTo(new Sources(0, 999));
    assertThat(json(batches.get(1)).get(0).get("message").asText()).isEqualTo("log 1000");
  }

  @Test
  void add_tagsLargerThanALog_areCutBetweenTwo() throws IOException {
    LogRecord log = Records.of("text");
    Tags tags = new Tags("first:tag," + "é:\"é\",".repeat(400_000));

    batcher.add(log.withEnvelope(log.envelope().withTags(tags)), 0);
    batcher.add(Records.of("next"), 0);
    batcher.finish();

    JsonNode cut = json(batches.get(0)).get(0);
    assertThat(json(batches.get(0))).hasSize(2);
    assertThat(cut.get("message").asText()).isEqualTo("text");
    assertThat(cut.get("ddtags").asText())
        .startsWith("first:tag,é:\"é\",")
        .endsWith(",é:\"é\",truncated:true");
    assertThat(counters.get(Count.LOGS_TRUNCATED)).isEqualTo(1);
  }

  @Test
  void add_originAndNamesOfAnyLength_areCut() throws IOException {
    String name = "\u0001".repeat(1_000_000);
    LogRecord log = Records.of("text");
    Envelope envelope =
        new Envelope(
            log.envelope().invocation(),
            new Origin("awslogs", Map.of("logGroup", name)),
            Records.FUNCTION.withResource("function:" + name),
            name,
            name,
            name,
            new Tags(name),
            Tags.NONE);

    batcher.add(log.withEnvelope(envelope), 0);
    batcher.finish();

    assertThat(batches.get(0).body().length()).isLessThan(LogBatcher.MAX_ITEM_BYTES);
    JsonNode cut = json(batches.get(0)).get(0);
    assertThat(cut.get("message").asText()).isEqualTo("text");
    assertThat(cut.get("ddtags").asText()).isEqualTo("truncated:true");
    assertThat(cut.at("/aws/awslogs/logGroup").asText()).hasSize(10_000);
  }

  @Test
  void add_largeLogs_keepTheLimitToTheByte() throws IOException {
    String message = "x".repeat(998_000);
    for (int i = 0; i < 7; i++) {
      batcher.add(Records.of(message), 0);
    }
    batcher.finish();

    assertThat(batches).extracting(Batch::items).containsExactly(5, 2);
    assertThat(batches)
        .allSatisfy(
            batch -> assertThat(batch.body().length()).isLessThanOrEqualTo(LogBatcher.MAX_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "€", "😀", "\n", "\""})
  void add_logOfThreeMegabytes_isCutBetweenCharactersAndMarked(String character)
      throws IOException {
    batcher.add(Records.of(character.repeat(3_000_000 / character.length())), 0);
    batcher.finish();

    JsonNode log = json(batches.get(0)).get(0);
    String message = log.get("message").asText();
    assertThat(message).startsWith(character).endsWith(character + "...TRUNCATED...");
    assertThat(log.get("ddtags").asText()).endsWith(",truncated:true");
    assertThat(batches.get(0).body().length())
        .isBetween(LogBatcher.MAX_ITEM_BYTES - 50, LogBatcher.MAX_ITEM_BYTES + 2);
    assertThat(counters.get(Count.LOGS_TRUNCATED)).isEqualTo(1);
  }

  @Test
  void add_escapedPairAtTheCut_staysWhole() throws IOException {
    String pair = "\\ud83d\\ude00";
    Slice fields = Slice.of("\"message\":\"" + pair.repeat(200_000) + "\"");
    Slice message = new Slice(fields.array(), 11, fields.length() - 12);

    batcher.add(new LogRecord(fields, message, Clues.NONE, 0, Records.envelope()), 0);
    batcher.finish();

    assertThat(json(batches.get(0)).get(0).get("message").asText()).endsWith("😀...TRUNCATED...");
  }

  @Test
  void add_largeLogWithoutMessage_becomesATextThatIsCut() throws IOException {
    Slice fields = Slice.of("\"a\":\"" + "x".repeat(2_000_000) + "\"");

    batcher.add(new LogRecord(fields, null, Clues.NONE, 0, Records.envelope()), 0);
    batcher.finish();

    assertThat(json(batches.get(0)).get(0).get("message").asText())
        .startsWith("{\"a\":\"xxx")
        .endsWith("x...TRUNCATED...");
  }

  @Test
  void add_otherStorage_startsABatchWithItsHeader() throws IOException {
    batcher.add(stored("s3"), 0);
    batcher.add(stored("awslogs"), 0);
    batcher.add(Records.of("pushed"), 0);
    batcher.finish();

    assertThat(batches)
        .extracting(Batch::headers)
        .containsExactly(
            Map.of("DD-STORAGE-TAG", "s3"), Map.of("DD-STORAGE-TAG", "cloudwatch"), Map.of());
  }

  @Test
  void halves_splitAgainAndAgain_holdEveryLogOnce() throws IOException {
    for (int i = 0; i < 5; i++) {
      batcher.add(Records.of("log " + i), 0);
    }
    batcher.finish();

    List<String> messages = new ArrayList<>();
    collect(batches.get(0), messages);

    assertThat(messages).containsExactly("log 0", "log 1", "log 2", "log 3", "log 4");
    assertThat(batches.get(0).stored())
        .hasSize(5)
        .allSatisfy(text -> assertThat(Events.MAPPER.readTree(text).has("message")).isTrue());
  }

  @Test
  void finish_nothingAdded_makesNoBatch() {
    batcher.finish();

    assertThat(batches).isEmpty();
  }

  @Test
  void add_noMemoryUntilTheDeadline_fails() throws IOException {
    LogBatcher small = small();
    fill(small, 2 * LogBatcher.MAX_ITEMS);

    assertThatThrownBy(() -> small.add(Records.of("x"), 0)).hasMessageContaining("no time left");
    assertThatThrownBy(() -> small.add(Records.of("x"), 0)).hasMessageContaining("no time left");
    batches.get(0).release();
    small.add(Records.of("x"), 0);

    assertThat(batches).hasSize(2);
    assertThat(json(batches.get(1))).hasSize(LogBatcher.MAX_ITEMS);
  }

  @Test
  void finish_noMemory_passesOnWhatThereIs() throws IOException {
    LogBatcher small = small();
    fill(small, 2 * LogBatcher.MAX_ITEMS);
    assertThatThrownBy(() -> small.add(Records.of("x"), 0)).hasMessageContaining("no time left");

    small.finish();

    assertThat(batches).hasSize(2);
    assertThat(json(batches.get(1))).hasSize(LogBatcher.MAX_ITEMS);
    batches.forEach(Batch::release);
    fill(small, 1);
    small.finish();
    assertThat(batches).hasSize(3);
  }

  /** One for which a single full batch is all the memory there is. */
  private LogBatcher small() {
    return new LogBatcher(
        new BatchContext(
            new BufferPool(1024),
            new StorageTags(true, true),
            counters,
            Deadlines.in(1),
            batches::add));
  }

  private static void fill(LogBatcher batcher, int logs) throws IOException {
    for (int i = 0; i < logs; i++) {
      batcher.add(Records.of("x"), 0);
    }
  }

  private static void collect(Batch batch, List<String> messages) throws IOException {
    if (batch.items() > 1) {
      for (Batch half : batch.halves()) {
        collect(half, messages);
      }
    } else {
      messages.add(json(batch).get(0).get("message").asText());
    }
  }

  private static LogRecord stored(String where) {
    Envelope envelope = Records.envelope();
    Origin origin = new Origin(where, Map.of("a", "b"));
    return Records.of("text")
        .withEnvelope(
            new Envelope(
                envelope.invocation(),
                origin,
                envelope.function(),
                envelope.source(),
                envelope.host(),
                envelope.service(),
                envelope.tags(),
                envelope.functionTags()));
  }

  private static JsonNode json(Batch batch) throws IOException {
    return Events.MAPPER.readTree(batch.body().text());
  }
}
