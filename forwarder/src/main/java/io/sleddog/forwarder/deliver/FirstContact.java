package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the first delivery of a JVM has to wait for, begun while its event is still being read: the
 * API key and the first handshake with the log intake. What fails here fails again, and is told,
 * where it is needed.
 */
public final class FirstContact {
  private static final long PREPARE_MILLIS = 3_000;

  private final Poster poster;
  private final List<Target> targets;
  private final @Nullable Endpoint endpoint;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** With the first of the targets, which is Datadog's own if it is one of them. */
  public FirstContact(Poster poster, List<Target> targets) {
    this.poster = poster;
    this.targets = targets;
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
      senders.start(new KeyReading(key, deadline));
    }
    senders.start(new Preparation(poster, endpoint, deadline));
  }

  /** Reads a key. */
  private record KeyReading(ApiKey key, Deadline deadline) implements Callable<Secret> {
    @Override
    public Secret call() throws IOException {
      return key.get(deadline);
    }
  }

  /** Makes a first handshake. */
  private record Preparation(Poster poster, Endpoint endpoint, Deadline deadline)
      implements Callable<Endpoint> {
    @Override
    public Endpoint call() throws IOException {
      poster.prepare(endpoint, deadline);
      return endpoint;
    }
  }

  /** Loads what the first handshake needs, without a key; the connection does not stay. */
  public void rehearse() {
    if (endpoint == null) {
      return;
    }
    try {
      poster.prepare(endpoint, Deadline.in(PREPARE_MILLIS));
    } catch (IOException ignored) {
      // told where it is needed
    }
  }

  /** Begins anew with the next event, with keys that are read anew: much time may have passed. */
  public void forget() {
    for (Target target : targets) {
      for (Endpoint each : target.endpoints().values()) {
        ApiKey key = each.apiKey();
        if (key != null) {
          key.forget();
        }
      }
    }
    begun.set(false);
  }
}
