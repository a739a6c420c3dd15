package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.json.ByteWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The batches of one invocation, sent side by side. */
public final class Delivery {
  private final Map<Kind, Endpoint> endpoints;
  private final IntakeClient client;
  private final Senders senders;
  private final Deadline deadline;
  private final List<Future<Outcome>> sent = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();

  /** A delivery that ends before the deadline. */
  public Delivery(
      Map<Kind, Endpoint> endpoints, IntakeClient client, Senders senders, Deadline deadline) {
    this.endpoints = endpoints;
    this.client = client;
    this.senders = senders;
    this.deadline = deadline;
  }

  /** Begins to send a batch; waits while too many are under way. */
  public void deliver(Batch batch) {
    batches.add(batch);
    sent.add(senders.start(() -> send(batch)));
  }

  /** Waits for all batches, but not past the deadline. */
  public List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      outcomes.add(outcome(sent.get(i), batches.get(i)));
    }
    return outcomes;
  }

  private Outcome outcome(Future<Outcome> future, Batch batch) {
    String reason;
    try {
      return future.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      reason = "no answer before the function's time was up";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason = "the function was interrupted";
    } catch (ExecutionException e) {
      reason = "broke inside the forwarder: " + e.getCause();
    }
    return new Outcome.Failed(batch.kind(), batch.items(), reason + at(batch.kind()));
  }

  private Outcome send(Batch batch) {
    Endpoint endpoint = endpoint(batch.kind());
    ByteWriter body = new ByteWriter(1 << 16);
    batch.writeTo(body);
    String reason;
    try {
      int status =
          client.post(endpoint, new Compressor().compress(body, endpoint.compression()), deadline);
      if (status >= 200 && status < 300) {
        return new Outcome.Delivered(batch.kind(), batch.items());
      }
      reason = "answer " + status + hint(status);
    } catch (IOException e) {
      reason = e.getClass().getSimpleName();
    }
    return new Outcome.Failed(batch.kind(), batch.items(), reason + at(batch.kind()));
  }

  private Endpoint endpoint(Kind kind) {
    Endpoint endpoint = endpoints.get(kind);
    if (endpoint == null) {
      throw new IllegalStateException("no endpoint for " + kind.text());
    }
    return endpoint;
  }

  private String at(Kind kind) {
    return " at " + endpoint(kind).url();
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> " (is DD_API_KEY a key of the organisation on DD_SITE?)";
      case 404 -> " (is DD_SITE, DD_URL, DD_API_URL or DD_TRACE_INTAKE_URL wrong?)";
      default -> "";
    };
  }
}
