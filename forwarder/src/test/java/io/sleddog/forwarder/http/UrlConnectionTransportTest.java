package io.sleddog.forwarder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.config.NetworkSettings;
import io.sleddog.forwarder.fixture.Deadlines;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RecordingIntake.Reply;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UrlConnectionTransportTest {
  private static final NetworkSettings DIRECT = new NetworkSettings("", "", List.of(), true);

  private final RecordingIntake server = new RecordingIntake();

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void send_post_carriesBodyAndHeaders() throws IOException {
    HttpRequest request =
        new HttpRequest("POST", server.url() + "/x?y=z", Map.of("A", "b"), Slice.of("body"));

    try (HttpAnswer answer = new UrlConnectionTransport(DIRECT).send(request, Deadlines.far())) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }
    assertThat(server.requests("/x"))
        .singleElement()
        .satisfies(
            received -> {
              assertThat(received.headers()).containsEntry("A", "b");
              assertThat(received.body().text()).isEqualTo("body");
            });
  }

  @Test
  void prepare_https_beginsAHandshakeAndAsksNothing() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<Integer> firstByte =
          Executors.newSingleThreadExecutor()
              .submit(
                  () -> {
                    try (Socket client = socket.accept()) {
                      return client.getInputStream().read();
                    }
                  });
      String url = "https://127.0.0.1:" + socket.getLocalPort() + "/v2";

      assertThatThrownBy(() -> new UrlConnectionTransport(DIRECT).prepare(url, Deadlines.far()))
          .isInstanceOf(IOException.class);
      assertThat(firstByte.get()).as("type of a TLS record").isEqualTo(22);
    }
  }

  @Test
  void prepare_http_doesNothing() throws IOException {
    new UrlConnectionTransport(DIRECT).prepare("http://127.0.0.1:1/v2", Deadlines.far());

    assertThat(server.requests("/v2")).isEmpty();
  }

  @Test
  void send_refusal_isAnAnswerWithHeaders() throws IOException {
    server.answer("/x", new Reply(503, Map.of("Retry-After", "7"), 0));

    try (HttpAnswer answer = get(DIRECT, server.url() + "/x")) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("retry-after")).isEqualTo("7");
    }
  }

  @Test
  void send_proxy_getsTheWholeAddress() throws IOException {
    String proxy = server.url().replace("http://", "http://user:secret@");
    NetworkSettings settings = new NetworkSettings(proxy, "", List.of("other"), true);

    try (HttpAnswer answer = get(settings, "http://intake.invalid/x")) {
      assertThat(answer.status()).isEqualTo(202);
    }
    assertThat(server.requests("/x").get(0).headers())
        .containsEntry("Host", "intake.invalid")
        .containsEntry("Proxy-authorization", "Basic dXNlcjpzZWNyZXQ=");
  }

  @Test
  void send_hostThatNeedsNoProxy_isReachedDirectly() throws IOException {
    NetworkSettings settings =
        new NetworkSettings("http://proxy.invalid:1", "", List.of("127.0.0.1"), true);

    try (HttpAnswer answer = get(settings, server.url() + "/x")) {
      assertThat(answer.status()).isEqualTo(202);
    }
  }

  @Test
  void send_slowAnswer_endsInTime() {
    server.answer("/x", new Reply(202, Map.of(), 2_000));
    HttpRequest request = HttpRequest.get(server.url() + "/x", Map.of());

    assertThatThrownBy(() -> new UrlConnectionTransport(DIRECT).send(request, Deadlines.in(50)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void send_noTimeLeft_sendsNothing() {
    HttpRequest request = HttpRequest.get(server.url() + "/x", Map.of());

    assertThatThrownBy(() -> new UrlConnectionTransport(DIRECT).send(request, Deadlines.in(0)))
        .hasMessage("no time left");
    assertThat(server.requests("/x")).isEmpty();
  }

  private static HttpAnswer get(NetworkSettings settings, String url) throws IOException {
    return new UrlConnectionTransport(settings)
        .send(HttpRequest.get(url, Map.of()), Deadlines.far());
  }
}
