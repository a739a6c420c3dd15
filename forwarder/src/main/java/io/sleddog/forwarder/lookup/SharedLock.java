package io.sleddog.forwarder.lookup;

import io.sleddog.forwarder.aws.S3Client;
import io.sleddog.forwarder.aws.StoredObject;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * An object in S3 that one container at a time makes, and which is of no meaning after a minute.
 */
final class SharedLock {
  private static final Duration VALID = Duration.ofSeconds(60);

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final Clock clock;
  private final Counters counters;

  /**
   * A lock.
   *
   * @param bucket empty if it is always open
   * @param key empty if it is always open
   */
  SharedLock(S3Client s3, String bucket, String key, Clock clock, Counters counters) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.clock = clock;
    this.counters = counters;
  }

  /** Whether this container may ask AWS; true where the bucket does not let itself be asked. */
  boolean take(Deadline deadline) {
    if (isAlwaysOpen()) {
      return true;
    }
    try {
      Optional<StoredObject> found = s3.find(bucket, key, deadline);
      if (found.isPresent() && found.get().modified().plus(VALID).isAfter(clock.instant())) {
        return false;
      }
      String etag = found.map(StoredObject::etag).orElse("");
      if (!s3.putIfUnchanged(bucket, key, etag, deadline)) {
        return false;
      }
      counters.add(Count.S3_CACHE_LOCK_ACQUIRED, 1);
    } catch (IOException ignored) {
      counters.add(Count.S3_CACHE_WRITE_FAILURE, 1); // tags are worth more than one call too many
    }
    return true;
  }

  /** Lets the next one in. */
  void release(Deadline deadline) {
    if (isAlwaysOpen()) {
      return;
    }
    try {
      s3.delete(bucket, key, deadline);
      counters.add(Count.S3_CACHE_LOCK_RELEASED, 1);
    } catch (IOException ignored) {
      counters.add(Count.S3_CACHE_LOCK_RELEASE_FAILURE, 1); // it ends by itself
    }
  }

  private boolean isAlwaysOpen() {
    return bucket.isEmpty() || key.isEmpty();
  }
}
