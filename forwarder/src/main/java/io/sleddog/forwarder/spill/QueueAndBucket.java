package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A queue, and a bucket for what the queue does not take, as a document that is too large. */
final class QueueAndBucket implements Store {
  private final Store queue;
  private final Store bucket;
  private final Set<String> inBucket = new HashSet<>();

  QueueAndBucket(Store queue, Store bucket) {
    this.queue = queue;
    this.bucket = bucket;
  }

  @Override
  public int mostBytes() {
    return queue.mostBytes();
  }

  @Override
  public void put(String name, byte[] document, Deadline deadline) throws IOException {
    try {
      queue.put(name, document, deadline);
    } catch (IOException e) {
      putIntoBucket(name, document, e, deadline);
    }
  }

  private void putIntoBucket(String name, byte[] document, IOException refusal, Deadline deadline)
      throws IOException {
    try {
      bucket.put(name, document, deadline);
    } catch (IOException e) {
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  @Override
  public boolean quarantine(String name, byte[] document, Deadline deadline) throws IOException {
    return bucket.quarantine(name, document, deadline);
  }

  @Override
  public Cursor open(String vendorName) {
    Cursor messages = queue.open(vendorName);
    Cursor objects = bucket.open(vendorName);
    return deadline -> {
      Entry message = messages.next(deadline);
      return message == null ? object(objects, deadline) : message;
    };
  }

  private @Nullable Entry object(Cursor objects, Deadline deadline) throws IOException {
    Entry object = objects.next(deadline);
    if (object != null) {
      inBucket.add(object.handle());
    }
    return object;
  }

  @Override
  public void replace(Entry entry, byte[] document, Deadline deadline) throws IOException {
    home(entry).replace(entry, document, deadline);
  }

  @Override
  public void remove(Entry entry, Deadline deadline) throws IOException {
    home(entry).remove(entry, deadline);
  }

  private Store home(Entry entry) {
    return inBucket.contains(entry.handle()) ? bucket : queue;
  }
}
