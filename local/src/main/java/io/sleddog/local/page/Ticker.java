package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.StoreChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Gathers changes and puts them into the ring together, at most four times a second. */
final class Ticker implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;

  private final EventRing ring;
  private final Supplier<ObjectNode> summary;
  private final Map<String, StoreChange> changed = new LinkedHashMap<>();
  private final List<String> gone = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "page-ticker");
            daemon.setDaemon(true);
            return daemon;
          });
  private boolean dirty;

  Ticker(EventRing ring, Supplier<ObjectNode> summary) {
    this.ring = ring;
    this.summary = summary;
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void add(StoreChange change) {
    changed.put(change.trip().ride().id(), change);
    gone.addAll(change.gone());
    dirty = true;
  }

  /** Something else than a row has changed, if so. */
  synchronized void touchIf(boolean so) {
    dirty |= so;
  }

  /** Sends what has gathered; nothing if nothing has. */
  void tick() {
    ObjectNode rows = taken();
    if (rows != null) {
      rows.setAll(summary.get());
      ring.add(Json.write(rows));
    }
  }

  private synchronized @org.jspecify.annotations.Nullable ObjectNode taken() {
    if (!dirty) {
      return null;
    }
    ObjectNode tick = Json.object();
    ArrayNode rows = tick.putArray("rows");
    changed.values().forEach(change -> rows.add(RowView.row(change.trip())));
    gone.forEach(tick.withArray("removed")::add);
    changed.clear();
    gone.clear();
    dirty = false;
    return tick;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
