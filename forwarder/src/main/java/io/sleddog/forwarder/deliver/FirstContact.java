package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.model.Deadline;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the first delivery of a JVM has to wait for, begun while its event is still being read: the
 * API key and the first handshake with the log intake. What fails here fails again, and is told,
 * where it is needed.
 */
public final class FirstContact {
  private final Poster poster;
  private final @Nullable Endpoint endpoint;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** With the first of the targets, which is Datadog's own if it is one of them. */
  public FirstContact(Poster poster, List<Target> targets) {
    this.poster = poster;
    this.endpoint = targets.isEmpty() ? null : targets.get(0).endpoints().get(Kind.LOGS);
  }

  /** Begins, once for this JVM. */
  @SuppressWarnings("FutureReturnValueIgnored")
  public void begin(Senders senders, Deadline deadline) {
    if (endpoint == null || !begun.compareAndSet(false, true)) {
      return;
    }
    ApiKey key = endpoint.apiKey();
    if (key != null) {
      senders.start(() -> key.get(deadline));
    }
    senders.start(
        () -> {
          poster.prepare(endpoint, deadline);
          return endpoint;
        });
  }
}
