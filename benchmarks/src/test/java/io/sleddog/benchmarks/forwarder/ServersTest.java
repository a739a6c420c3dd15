package io.sleddog.benchmarks.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServersTest {
  private static final byte[] BLOCK = "block".getBytes(StandardCharsets.UTF_8);

  @Test
  void answer_object_isAsManyBlocksAsItsKeySays() throws IOException {
    try (Servers servers = new Servers(BLOCK)) {
      assertThat(open(servers, "/bucket/3").getInputStream().readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("blockblockblock");
    }
  }

  @Test
  void answer_intake_takesAndCounts() throws IOException {
    try (Servers servers = new Servers(BLOCK)) {
      HttpURLConnection connection = open(servers, "/api/v2/logs");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(BLOCK);
      }

      assertThat(connection.getResponseCode()).isEqualTo(202);
      assertThat(servers.requests()).isEqualTo(1);
    }
  }

  @Test
  void expect_event_isGivenToTheNextThatAsks() throws IOException, InterruptedException {
    try (Servers servers = new Servers(BLOCK)) {
      servers.expect();
      HttpURLConnection next = open(servers, "/2018-06-01/runtime/invocation/next");

      assertThat(next.getInputStream().readAllBytes()).isEqualTo(Payload.small().event());
      HttpURLConnection response = open(servers, "/2018-06-01/runtime/invocation/1/response");
      response.setRequestMethod("POST");
      assertThat(response.getResponseCode()).isEqualTo(202);
      assertThat(servers.answered()).isLessThanOrEqualTo(System.nanoTime());
    }
  }

  private static HttpURLConnection open(Servers servers, String path) throws IOException {
    return (HttpURLConnection) URI.create(servers.url() + path).toURL().openConnection();
  }
}
