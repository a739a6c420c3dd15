package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.MetricPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects points of metrics up to what one request should hold: 10,000 points, or 2 MB before
 * compression, so that some 500 KB are left after it.
 */
final class MetricBatcher {
  static final int MAX_POINTS = 10_000;
  static final int MAX_BYTES = 2_000_000;
  private static final int POINT_BYTES = 96;

  private final Consumer<Batch> batches;
  private List<MetricPoint> points = new ArrayList<>();
  private int bytes;

  MetricBatcher(Consumer<Batch> batches) {
    this.batches = batches;
  }

  void add(MetricPoint point) {
    int size = POINT_BYTES + 3 * point.name().length();
    for (String tag : point.tags()) {
      size += 3 + 3 * tag.length();
    }
    if (points.size() == MAX_POINTS || bytes + size > MAX_BYTES) {
      finish();
    }
    points.add(point);
    bytes += size;
  }

  void finish() {
    if (!points.isEmpty()) {
      batches.accept(new MetricBatch(points));
      points = new ArrayList<>();
      bytes = 0;
    }
  }
}
