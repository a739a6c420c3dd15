package io.sleddog.local.forward;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.config.ConfigException;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.deliver.Compression;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.Endpoint;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.deliver.Outcome;
import io.sleddog.forwarder.deliver.Poster;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.UserProblem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends on to an OpenTelemetry Collector, or to Datadog's intake for OTLP, what processes sent. It
 * delivers as the forwarder does: again where that makes sense, and nothing is lost uncounted.
 */
public final class Upstream implements AutoCloseable {
  private static final Set<String> NETWORK =
      Set.of(
          "HTTP_PROXY",
          "http_proxy",
          "HTTPS_PROXY",
          "https_proxy",
          "NO_PROXY",
          "no_proxy",
          "DD_SKIP_SSL_VALIDATION");

  /** The settings ask for a key, which is not the one that is sent. */
  private static final String NO_KEY = "0".repeat(32);

  private static final int MOST_WAITING = 1_000;
  private static final int GZIP_LEVEL = 6;
  private static final long LONGEST_MILLIS = 20_000;
  private static final long CLOSING_SECONDS = 5;

  private final UpstreamAddress address;
  private final Consumer<String> complaints;
  private final Poster poster;
  private final Senders senders = new Senders(1);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final ThreadPoolExecutor queue =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Upstream::daemon);

  private Upstream(
      UpstreamAddress address, Map<String, String> environment, Consumer<String> complaints) {
    this.address = address;
    this.complaints = complaints;
    this.poster =
        new Poster(
            new UrlConnectionTransport(config(environment).network()),
            Clock.systemUTC(),
            Pause.REAL);
  }

  /**
   * Begins to send.
   *
   * @param environment the forwarder's own settings; those of proxies and certificates hold
   * @param complaints is told when something could not be delivered, with the number so far
   * @throws UserProblem if a setting cannot be used
   */
  public static Upstream open(
      UpstreamAddress address, Map<String, String> environment, Consumer<String> complaints) {
    return new Upstream(address, environment, complaints);
  }

  /** The forwarder's, as far as they say how requests leave. */
  private static ForwarderConfig config(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    settings.keySet().retainAll(NETWORK);
    settings.put("DD_API_KEY", NO_KEY);
    try {
      return ForwarderConfig.from(settings);
    } catch (ConfigException e) {
      throw new UserProblem(
          "The forwarder's settings cannot be used: " + e.getMessage(),
          "Change or unset these variables.",
          e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "upstream");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes a request that the agent has taken; does not wait until it is sent. */
  public void take(IntakeRequest request) {
    if (!request.accepted()) {
      return;
    }
    for (OtlpBody body : OtlpBodies.of(request)) {
      try {
        queue.execute(() -> send(body));
      } catch (RejectedExecutionException full) {
        lose(body, "too much is waiting");
      }
    }
  }

  private void send(OtlpBody body) {
    Deadline deadline = Deadline.in(LONGEST_MILLIS, System::nanoTime);
    DeliveryContext context =
        new DeliveryContext(poster, senders, LastResort.NONE, new Counters(), deadline, deadline);
    Delivery delivery = new Delivery(List.of(target(body)), context);
    delivery.deliver(body);
    for (Outcome outcome : delivery.outcomes()) {
      if (outcome instanceof Outcome.Failed failed) {
        lose(body, failed.reason());
      } else {
        sent.addAndGet(body.count());
      }
    }
  }

  private Target target(OtlpBody body) {
    String key = address.apiKey();
    Endpoint endpoint =
        new Endpoint(
            address.url() + body.path(),
            key.isEmpty() ? null : new ApiKey(deadline -> new Secret(key)),
            Map.of("Content-Type", body.contentType(), "User-Agent", "sleddog-local"),
            new Compression(Compression.Form.GZIP, GZIP_LEVEL),
            Batch::body);
    return new Target("", true, Map.of(body.kind(), endpoint));
  }

  private void lose(OtlpBody body, String reason) {
    long all = lost.addAndGet(body.count());
    complaints.accept(
        "not sent on: "
            + body.count()
            + " "
            + body.kind().text()
            + " ("
            + reason
            + "); "
            + all
            + " lost so far");
  }

  /** How many spans, points and logs were taken at the other end. */
  public long sent() {
    return sent.get();
  }

  /** How many could not be delivered. */
  public long lost() {
    return lost.get();
  }

  /** Sends what waits, for five seconds at most; what is left then counts as lost. */
  @Override
  public void close() {
    queue.shutdown();
    try {
      if (!queue.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        int left = queue.shutdownNow().size();
        complaints.accept("not sent on: " + left + " requests that still waited");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
