package io.sleddog.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  @Test
  void start_freePort_answersOnLoopback() throws Exception {
    try (LoopbackServer server =
        LoopbackServer.start(0, exchange -> Exchanges.answerJson(exchange, 200, "{\"a\":1}"))) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://" + server.authority())).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(server.authority()).isEqualTo("127.0.0.1:" + server.port());
      assertThat(answer.body()).isEqualTo("{\"a\":1}");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }
  }

  @Test
  void start_portInUse_saysWhich() {
    try (LoopbackServer first = LoopbackServer.start(0, exchange -> exchange.close())) {
      int port = first.port();

      assertThatThrownBy(() -> LoopbackServer.start(port, exchange -> exchange.close()))
          .isInstanceOfSatisfying(
              PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(port));
    }
  }
}
