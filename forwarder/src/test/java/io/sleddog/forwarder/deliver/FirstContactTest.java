package io.sleddog.forwarder.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.aws.ApiKey;
import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.Secret;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstContactTest {
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final Senders senders = new Senders(1);

  @Test
  void begin_firstEvent_readsTheKeyAndReachesTheLogIntake() throws Exception {
    FirstContact contact = contact(List.of(target("https://logs.example/v2", key())));

    contact.begin(senders, Deadlines.far());

    assertThat(next()).isEqualTo("key");
    assertThat(next()).isEqualTo("https://logs.example/v2");
  }

  @Test
  void begin_furtherEvents_doNothing() throws Exception {
    FirstContact contact = contact(List.of(target("https://logs.example/v2", key())));

    contact.begin(senders, Deadlines.far());
    contact.begin(senders, Deadlines.far());
    senders.start(() -> done.add("end")).get();

    assertThat(done).hasSize(3);
  }

  @Test
  void begin_targetWithoutKey_isReachedOnly() throws Exception {
    contact(List.of(target("https://collector/v1/logs", null))).begin(senders, Deadlines.far());

    assertThat(next()).isEqualTo("https://collector/v1/logs");
  }

  @Test
  void begin_noTarget_doesNothing() throws Exception {
    contact(List.of()).begin(senders, Deadlines.far());
    senders.start(() -> done.add("end")).get();

    assertThat(next()).isEqualTo("end");
  }

  private @Nullable String next() throws InterruptedException {
    return done.poll(10, TimeUnit.SECONDS);
  }

  private ApiKey key() {
    return new ApiKey(
        deadline -> {
          done.add("key");
          return new Secret("0123456789abcdef0123456789abcdef");
        });
  }

  private FirstContact contact(List<Target> targets) {
    HttpTransport transport =
        new HttpTransport() {
          @Override
          public HttpAnswer send(HttpRequest request, Deadline deadline) throws IOException {
            throw new IOException("nothing is to be sent");
          }

          @Override
          public void prepare(String url, Deadline deadline) {
            done.add(url);
          }
        };
    return new FirstContact(new Poster(transport, Clock.systemUTC(), Pause.REAL), targets);
  }

  private static Target target(String url, @Nullable ApiKey key) {
    Endpoint endpoint = new Endpoint(url, key, Map.of(), Compression.NONE, Batch::body);
    return new Target("", true, Map.of(Kind.LOGS, endpoint));
  }
}
