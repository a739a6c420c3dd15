package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.Outcome;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.telemetry.Count;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends stored batches again, one after the other, and keeps what is still not taken. */
final class Replay {
  static final int MOST_ATTEMPTS = 10;
  static final Duration OLDEST_LOG = Duration.ofHours(18);

  /** So many batches in a row that were not taken end the replay: the intake is not well. */
  private static final int MOST_FAILURES = 3;

  private final Store store;
  private final List<Target> targets;
  private final DeliveryContext context;
  private final Clock clock;

  Replay(Store store, List<Target> targets, DeliveryContext context, Clock clock) {
    this.store = store;
    this.targets = targets;
    this.context = context;
    this.clock = clock;
  }

  /**
   * Goes through the store as long as there is time to send.
   *
   * @param vendorName under which Datadog's own forwarder stored
   * @throws IOException if the store does not do what it is asked; then nothing is removed
   */
  void run(String vendorName) throws IOException {
    Store.Cursor cursor = store.open(vendorName);
    int failures = 0;
    while (failures < MOST_FAILURES && !context.sendDeadline().hasPassed()) {
      Store.Entry entry = cursor.next(context.deadline());
      if (entry == null) {
        return;
      }
      failures = replay(entry) ? 0 : failures + 1;
    }
  }

  private boolean replay(Store.Entry entry) throws IOException {
    Stored stored;
    List<Batch> batches;
    try {
      stored = read(entry);
      batches = StoredBatches.of(stored, context.deadline());
    } catch (IOException ignored) {
      // What it says is of no use to more than one who looks at the document.
      return quarantine(entry, Count.QUARANTINED, 1);
    }
    Target target = target(stored);
    if (stored.kind() == Kind.LOGS && age(stored).compareTo(OLDEST_LOG) > 0) {
      return quarantine(entry, Count.EXPIRED, stored.items().size());
    } else if (target == null || stored.attempts() >= MOST_ATTEMPTS) {
      return quarantine(entry, Count.QUARANTINED, stored.items().size());
    }
    return send(entry, stored, batches, target);
  }

  private Stored read(Store.Entry entry) throws IOException {
    byte[] document = entry.document().array();
    return VendorJson.is(document)
        ? VendorJson.read(entry.name(), document, clock.millis())
        : StoredJson.read(document);
  }

  private boolean send(Store.Entry entry, Stored stored, List<Batch> batches, Target target)
      throws IOException {
    Remainder remainder = new Remainder();
    Delivery delivery = new Delivery(List.of(target), context.withLastResort(remainder));
    batches.forEach(delivery::deliver);
    boolean known = true;
    for (Outcome outcome : delivery.outcomes()) {
      known &= !(outcome instanceof Outcome.Failed);
      if (outcome instanceof Outcome.Delivered) {
        context.counters().add(Count.REPLAYED, outcome.items());
      } else if (outcome instanceof Outcome.Rejected) {
        context.counters().add(Count.REPLAY_FAILED, outcome.items());
      }
    }
    if (!known) {
      return false; // it stays as it is: which items arrived is not known
    }
    return keep(entry, stored, remainder);
  }

  private boolean keep(Store.Entry entry, Stored stored, Remainder remainder) throws IOException {
    List<String> left = remainder.failed();
    if (!remainder.refused().isEmpty()) {
      byte[] refused = StoredJson.write(stored.triedAgain(remainder.refused()));
      String name = entry.name() + "-" + stored.attempts();
      if (store.quarantine(name, refused, context.deadline())) {
        context.counters().add(Count.QUARANTINED, remainder.refused().size());
      } else {
        left.addAll(remainder.refused());
      }
    }
    if (left.isEmpty()) {
      store.remove(entry, context.deadline());
      return true;
    }
    context.counters().add(Count.REPLAY_FAILED, left.size());
    store.replace(entry, StoredJson.write(stored.triedAgain(left)), context.deadline());
    return false;
  }

  /** Moves a document; where there is no quarantine, it stays and is counted as not replayed. */
  private boolean quarantine(Store.Entry entry, Count count, int items) throws IOException {
    if (store.quarantine(entry.name(), entry.document().array(), context.deadline())) {
      store.remove(entry, context.deadline());
      context.counters().add(count, items);
    } else {
      context.counters().add(Count.REPLAY_FAILED, items);
    }
    return true;
  }

  private Duration age(Stored stored) {
    return Duration.ofMillis(clock.millis() - stored.firstMillis());
  }

  private @Nullable Target target(Stored stored) {
    for (Target target : targets) {
      if (target.name().equals(stored.target()) && target.endpoints().containsKey(stored.kind())) {
        return target;
      }
    }
    return null;
  }
}
