package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Posts one batch to one endpoint, again and again where that makes sense. */
public final class Poster {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int MOST_ANSWER_BYTES = 16 << 10;

  private final HttpTransport transport;
  private final Clock clock;
  private final Pause pause;
  private final RetryPolicy policy;
  private final Effort effort = new Effort(Runtime.getRuntime().availableProcessors());
  private final ConcurrentLinkedQueue<Compressor> compressors = new ConcurrentLinkedQueue<>();

  /** A poster that waits between tries as {@code pause} does. */
  public Poster(HttpTransport transport, Clock clock, Pause pause) {
    this.transport = transport;
    this.clock = clock;
    this.pause = pause;
    this.policy = new RetryPolicy(new Jitter());
  }

  /**
   * Gets ready for a first request to an endpoint.
   *
   * @throws IOException if its host cannot be reached
   */
  void prepare(Endpoint endpoint, Deadline deadline) throws IOException {
    transport.prepare(endpoint.url(), deadline);
  }

  /** A batch will be posted; the sooner this is known, the better is divided what can be done. */
  Effort.Turn expect() {
    return effort.begin();
  }

  /** Posts a batch; gives back when it was taken, or when there is no use in another try. */
  Verdict post(
      Batch batch, Endpoint endpoint, Effort.Turn turn, Deadline deadline, Counters counters) {
    Compressor compressor = compressors.poll();
    compressor = compressor == null ? new Compressor() : compressor;
    try {
      Slice plain = endpoint.encoding().encode(batch);
      Slice body = plain;
      if (endpoint.compression().form() != Compression.Form.NONE) {
        turn.acquire(deadline);
        body = compressed(plain, endpoint.compression(), compressor, turn);
      }
      return tries(new Posting(body, batch.headers(), endpoint, deadline), counters);
    } catch (IOException e) {
      return Verdict.noAnswer(e);
    } finally {
      compressors.add(compressor);
    }
  }

  private static Slice compressed(
      Slice plain, Compression wanted, Compressor compressor, Effort.Turn turn) {
    try {
      int level = turn.level(wanted.level());
      return compressor.compress(plain, new Compression(wanted.form(), level));
    } finally {
      turn.release();
    }
  }

  private Verdict tries(Posting posting, Counters counters) {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Verdict verdict = once(posting);
      long delay = policy.delayMillis(attempt, verdict.status(), verdict.retryAfterMillis());
      if (verdict.status() == UNAUTHORIZED || verdict.status() == FORBIDDEN) {
        delay = !renewed && renew(posting) ? 0 : RetryPolicy.NEVER;
        renewed = true;
      }
      if (delay < 0 || delay >= posting.deadline().remainingMillis()) {
        return verdict;
      }
      counters.add(Count.RETRIES, 1);
      try {
        pause.millis(delay);
      } catch (IOException e) {
        return verdict;
      }
    }
  }

  private Verdict once(Posting posting) {
    try {
      HttpRequest request =
          new HttpRequest("POST", posting.endpoint().url(), headers(posting), posting.body());
      try (HttpAnswer answer = transport.send(request, posting.deadline())) {
        long retryAfter = RetryAfter.millis(answer.header("retry-after"), clock);
        int rejected = answer.isOk() ? rejected(answer, posting.endpoint().encoding()) : 0;
        return new Verdict(answer.status(), retryAfter, "answer " + answer.status(), rejected);
      }
    } catch (IOException e) {
      return Verdict.noAnswer(e);
    }
  }

  private static int rejected(HttpAnswer answer, Encoding encoding) {
    if (!encoding.answers()) {
      return 0;
    }
    try {
      return encoding.rejected(Slice.of(answer.body().readNBytes(MOST_ANSWER_BYTES)));
    } catch (IOException ignored) {
      return 0; // the status says that the request was taken
    }
  }

  private static Map<String, String> headers(Posting posting) throws IOException {
    Endpoint endpoint = posting.endpoint();
    Map<String, String> headers = new LinkedHashMap<>(endpoint.headers());
    headers.putAll(posting.headers());
    if (endpoint.compression().form() != Compression.Form.NONE) {
      headers.put("Content-Encoding", endpoint.compression().form().encoding());
    }
    ApiKey key = endpoint.apiKey();
    if (key != null) {
      headers.put("DD-API-KEY", key.get(posting.deadline()).reveal());
    }
    return headers;
  }

  private static boolean renew(Posting posting) {
    ApiKey key = posting.endpoint().apiKey();
    if (key == null) {
      return false;
    }
    try {
      Secret refused = key.get(posting.deadline());
      return !key.renewed(refused, posting.deadline()).isSameAs(refused);
    } catch (IOException ignored) {
      return false; // the refusal of the old key is what is reported
    }
  }

  /**
   * A body on its way.
   *
   * @param body compressed
   * @param headers that depend on what is in it
   * @param endpoint where it goes
   * @param deadline until when
   */
  private record Posting(
      Slice body, Map<String, String> headers, Endpoint endpoint, Deadline deadline) {}
}
