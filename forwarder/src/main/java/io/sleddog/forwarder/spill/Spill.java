package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stores what one invocation could not deliver; what an intake refused goes into quarantine, if
 * there is one. Names are made of the time, the invocation's id and a number, since AWS uses the id
 * again when it repeats an invocation.
 */
final class Spill implements LastResort {
  private static final int FRAME_BYTES = 1024;

  private final Store store;
  private final String requestId;
  private final Counters counters;
  private final Clock clock;
  private final AtomicInteger number = new AtomicInteger();

  Spill(Store store, String requestId, Counters counters, Clock clock) {
    this.store = store;
    this.requestId = requestId;
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public boolean keep(Batch batch, String target, boolean refused, Deadline deadline)
      throws IOException {
    long now = clock.millis();
    Stored all = new Stored(batch.kind(), target, 1, now, batch.headers(), List.of());
    for (List<String> items : pieces(batch.stored())) {
      String name =
          batch.kind().text() + "/" + now + "-" + requestId + "-" + number.incrementAndGet();
      byte[] document = StoredJson.write(all.withItems(items));
      if (refused && store.quarantine(name, document, deadline)) {
        counters.add(Count.QUARANTINED, items.size());
      } else {
        store.put(name, document, deadline);
      }
    }
    return true;
  }

  /**
   * As few lists as there can be, each of which fits. An item that is larger stands alone, and in
   * front, since the store may refuse it and then nothing else is to be stored.
   */
  private List<List<String>> pieces(List<String> items) {
    List<List<String>> pieces = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    int most = store.mostBytes() - FRAME_BYTES;
    int size = 0;
    for (String item : items) {
      int more = item.getBytes(StandardCharsets.UTF_8).length + 1;
      if (more > most) {
        pieces.add(0, List.of(item));
        continue;
      } else if (!piece.isEmpty() && size + more > most) {
        pieces.add(piece);
        piece = new ArrayList<>();
        size = 0;
      }
      piece.add(item);
      size += more;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }
}
