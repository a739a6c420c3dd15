package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Datadog's API key. One that is kept in AWS is read on first use, and once more when an intake
 * refuses it, since it may have been replaced there.
 */
public final class ApiKey {
  private final KeySource source;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Secret current;

  /** A key from a source. */
  public ApiKey(KeySource source) {
    this.source = source;
  }

  /**
   * The key.
   *
   * @throws IOException if it cannot be read, or somebody else reads it for too long
   */
  public Secret get(Deadline deadline) throws IOException {
    Secret key = current;
    return key == null ? read(null, deadline) : key;
  }

  /**
   * Another key in place of one that was refused.
   *
   * @return the same one if there is no other
   */
  public Secret renewed(Secret refused, Deadline deadline) throws IOException {
    Secret key = get(deadline);
    return key.isSameAs(refused) ? read(refused, deadline) : key;
  }

  /** Forgets the key, so that it is read again when it is needed. */
  public void forget() {
    current = null;
  }

  /** Reads the key, unless somebody else has just put another one in the place of the old one. */
  private Secret read(@Nullable Secret old, Deadline deadline) throws IOException {
    lock(deadline);
    try {
      Secret key = current;
      if (key == null || (old != null && key.isSameAs(old))) {
        key = source.read(deadline);
        current = key;
      }
      return key;
    } finally {
      reading.unlock();
    }
  }

  private void lock(Deadline deadline) throws IOException {
    try {
      if (!reading.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the API key was not read in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for the API key");
    }
  }
}
