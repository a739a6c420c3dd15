package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Sources;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects points of metrics up to what one request should hold: 10,000 points, or 2 MB before
 * compression, so that some 500 KB are left after it.
 */
final class MetricBatcher {
  static final int MAX_POINTS = 10_000;
  static final int MAX_BYTES = 2_000_000;
  private static final int POINT_BYTES = 96;

  private final BatchContext context;
  private List<MetricPoint> points = new ArrayList<>();
  private Sources sources = Sources.NONE;
  private int bytes;

  MetricBatcher(BatchContext context) {
    this.context = context;
  }

  void add(MetricPoint point, int source) {
    int size = POINT_BYTES + 3 * point.name().length();
    for (String tag : point.tags()) {
      size += 3 + 3 * tag.length();
    }
    if (points.size() == MAX_POINTS || bytes + size > MAX_BYTES) {
      finish();
    }
    points.add(point);
    sources = sources.with(source);
    bytes += size;
  }

  void finish() {
    if (!points.isEmpty()) {
      context.batches().accept(new MetricBatch(points, sources));
      points = new ArrayList<>();
      sources = Sources.NONE;
      bytes = 0;
    }
  }
}
