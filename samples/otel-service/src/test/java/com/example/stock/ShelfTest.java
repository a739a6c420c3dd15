package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ShelfTest {
  @Test
  void get_withoutAnyTelemetry_isAnsweredAllTheSame() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/stock", new Shelf(OpenTelemetry.noop()));
    server.start();
    try {
      URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stock");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("7\n");
    } finally {
      server.stop(0);
    }
  }
}
