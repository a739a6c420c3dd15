package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.deliver.Kept;
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

  /** An item that the store does not take, as it is too large for it, takes no other with it. */
  @Override
  public Kept keep(Batch batch, String target, boolean refused, Deadline deadline) {
    Stored all = new Stored(batch.kind(), target, 1, clock.millis(), batch.headers(), List.of());
    int kept = 0;
    String problem = "";
    for (List<String> items : pieces(batch.stored())) {
      try {
        keep(all.withItems(items), refused, deadline);
        kept += items.size();
      } catch (IOException e) {
        problem = String.valueOf(e.getMessage());
        if (items.size() > 1) {
          break; // it is the store
        }
      }
    }
    return new Kept(kept, problem);
  }

  private void keep(Stored piece, boolean refused, Deadline deadline) throws IOException {
    String kind = piece.kind().text();
    String name = kind + "/" + clock.millis() + "-" + requestId + "-" + number.incrementAndGet();
    byte[] document = StoredJson.write(piece);
    if (refused && store.quarantine(name, document, deadline)) {
      counters.add(Count.QUARANTINED, piece.items().size());
    } else {
      store.put(name, document, deadline);
    }
  }

  /** As few lists as there can be, each of which fits; larger items stand alone, behind them. */
  private List<List<String>> pieces(List<String> items) {
    List<List<String>> pieces = new ArrayList<>();
    List<List<String>> large = new ArrayList<>();
    List<String> piece = new ArrayList<>();
    int most = store.mostBytes() - FRAME_BYTES;
    int size = 0;
    for (String item : items) {
      int more = item.getBytes(StandardCharsets.UTF_8).length + 1;
      if (more > most) {
        large.add(List.of(item));
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
    pieces.addAll(large);
    return pieces;
  }
}
