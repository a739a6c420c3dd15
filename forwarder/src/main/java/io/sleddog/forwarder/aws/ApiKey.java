package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Datadog's API key. One that is kept in AWS is read on first use, and once more when an intake
 * refuses it, since it may have been replaced there.
 */
public final class ApiKey {
  private final KeySource source;
  private @Nullable Secret current;

  /** A key from a source. */
  public ApiKey(KeySource source) {
    this.source = source;
  }

  /** The key. */
  public synchronized Secret get(Deadline deadline) throws IOException {
    Secret key = current;
    if (key == null) {
      key = source.read(deadline);
      current = key;
    }
    return key;
  }

  /**
   * Another key in place of one that was refused.
   *
   * @return the same one if there is no other
   */
  public synchronized Secret renewed(Secret refused, Deadline deadline) throws IOException {
    Secret key = get(deadline);
    if (key.isSameAs(refused)) {
      key = source.read(deadline);
      current = key;
    }
    return key;
  }
}
