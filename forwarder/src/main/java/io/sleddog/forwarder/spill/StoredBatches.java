package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
import io.sleddog.forwarder.batch.MetricBatch;
import io.sleddog.forwarder.config.StorageTags;
import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes batches of what was stored. */
final class StoredBatches {
  private static final int NO_MEMORY = 1; // logs, which need some, are not batched again
  private static final int MOST_LOGS = 1000;
  private static final int MOST_BYTES = 4_900_000;
  private static final int TAG_BYTES = 32;

  private StoredBatches() {}

  /**
   * The batches, which have no memory to give back.
   *
   * @throws IOException if an item is not what its kind promises
   */
  static List<Batch> of(Stored stored, Deadline deadline) throws IOException {
    if (stored.items().isEmpty()) {
      return List.of();
    }
    return switch (stored.kind()) {
      case LOGS -> logs(stored);
      case METRICS -> List.of(new MetricBatch(points(stored), Sources.NONE));
      case TRACES -> traces(stored.items(), deadline);
    };
  }

  /** As few batches as the intake's limits allow; others than ours may have stored more. */
  private static List<Batch> logs(Stored stored) {
    List<Batch> batches = new ArrayList<>();
    List<String> items = new ArrayList<>();
    int bytes = 0;
    for (String item : stored.items()) {
      int size = item.getBytes(StandardCharsets.UTF_8).length + TAG_BYTES;
      if (items.size() == MOST_LOGS || (bytes > 0 && bytes + size > MOST_BYTES)) {
        batches.add(new StoredLogs(items, stored.headers()));
        items = new ArrayList<>();
        bytes = 0;
      }
      items.add(item);
      bytes += size;
    }
    batches.add(new StoredLogs(items, stored.headers()));
    return batches;
  }

  private static List<MetricPoint> points(Stored stored) throws IOException {
    List<MetricPoint> points = new ArrayList<>();
    for (String item : stored.items()) {
      JsonTree tree = tree(item);
      List<String> tags = new ArrayList<>();
      tree.at("t").elements().forEach(tag -> tags.add(tag.text()));
      try {
        double value = Double.parseDouble(tree.at("v").text());
        long seconds = seconds(tree.at("e").text(), stored.firstMillis());
        points.add(new MetricPoint(tree.at("m").text(), value, seconds, tags));
      } catch (NumberFormatException e) {
        throw new IOException("a stored metric has no value or time", e);
      }
    }
    return points;
  }

  /** Datadog's forwarder stores a metric without a time as it is, and some with a fraction. */
  private static long seconds(String text, long storedMillis) {
    return text.isEmpty() ? storedMillis / 1000 : (long) Math.floor(Double.parseDouble(text));
  }

  private static List<Batch> traces(List<String> items, Deadline deadline) throws IOException {
    List<Batch> batches = new ArrayList<>();
    Batcher batcher =
        new Batcher(
            new BatchContext(
                new BufferPool(NO_MEMORY),
                new StorageTags(false, false),
                new Counters(),
                deadline,
                batches::add));
    for (String item : items) {
      JsonTree tree = tree(item);
      Tags tags = new Tags(tree.at("tags").text());
      Arn function = Arn.tryParse(tree.at("function").text()).orElse(null);
      batcher.batch(
          Router.traceLine(tree.at("message").text(), tags, function)
              .orElseThrow(() -> new IOException("a stored trace has no spans")),
          0);
    }
    batcher.finish();
    return batches;
  }

  private static JsonTree tree(String item) {
    Slice json = Slice.of(item);
    return JsonTree.of(json.array(), json.offset(), json.length());
  }
}
