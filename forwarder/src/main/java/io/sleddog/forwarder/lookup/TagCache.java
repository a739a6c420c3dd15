package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tags that are kept in memory and read anew in the background. An event waits for the first
 * reading only, and not long; after that, old tags are better than none.
 */
final class TagCache {
  static final long RETRY_MILLIS = 30_000;
  private static final long READ_MILLIS = 10_000;
  private static final long WAIT_MILLIS = 3_000;
  private static final int WAIT_PART = 4;
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS = 10;

  private final TagReader reader;
  private final SharedCopy copy;
  private final SharedLock lock;
  private final Timing timing;
  private final Counters counters;
  private volatile @Nullable Map<String, Tags> tags;
  private volatile long dueMillis;

  TagCache(TagReader reader, SharedCopy copy, SharedLock lock, Timing timing, Counters counters) {
    this.reader = reader;
    this.copy = copy;
    this.lock = lock;
    this.timing = timing;
    this.counters = counters;
  }

  /** The tags of a resource, by its ARN in lower case. */
  Tags get(String arn, Deadline deadline) {
    if (timing.clock().millis() >= dueMillis) {
      dueMillis = timing.clock().millis() + RETRY_MILLIS;
      Future<?> reading = timing.background().start(this::read);
      if (tags == null) {
        await(reading, Math.min(WAIT_MILLIS, deadline.remainingMillis() / WAIT_PART));
      }
    }
    Map<String, Tags> known = tags;
    return known == null ? Tags.NONE : known.getOrDefault(arn, Tags.NONE);
  }

  private void await(Future<?> reading, long millis) {
    try {
      reading.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException ignored) {
      counters.add(Count.TAGS_LATE, 1); // the reading goes on; later events have the tags
    }
  }

  private void read() {
    Deadline deadline = Deadline.in(READ_MILLIS);
    SharedCopy.Content found = copy.read(deadline);
    if (found != null && found.modified().toEpochMilli() + timing.ttlMillis() > now()) {
      keep(found, found.modified().toEpochMilli() + timing.ttlMillis());
      return;
    }
    counters.add(Count.S3_CACHE_EXPIRED, found == null ? 0 : 1);
    if (!lock.take(deadline)) {
      keep(found == null ? anothersCopy(deadline) : found, now() + RETRY_MILLIS);
      return;
    }
    try {
      ask(found, deadline);
    } finally {
      lock.release(deadline);
    }
  }

  private void ask(SharedCopy.@Nullable Content old, Deadline deadline) {
    try {
      Map<String, Tags> read = reader.read(deadline);
      tags = read;
      dueMillis = now() + timing.ttlMillis();
      copy.write(read, deadline);
    } catch (IOException ignored) {
      counters.add(Count.CLIENT_ERROR, 1); // logs go on without tags, or with old ones
      keep(old, now() + RETRY_MILLIS);
    }
  }

  /** Waits for what the container that has the lock will write. */
  private SharedCopy.@Nullable Content anothersCopy(Deadline deadline) {
    for (int i = 0; i < LOOKS; i++) {
      try {
        timing.pause().millis(LOOK_MILLIS);
      } catch (InterruptedIOException e) {
        return null;
      }
      SharedCopy.Content found = copy.read(deadline);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void keep(SharedCopy.@Nullable Content found, long untilMillis) {
    if (found != null) {
      tags = found.tags();
    }
    dueMillis = untilMillis;
  }

  private long now() {
    return timing.clock().millis();
  }
}
