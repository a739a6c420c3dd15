package io.sleddog.lambda.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SocketTracesTest {
  private final Path folder;
  private ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);

  private CompletableFuture<String> request = new CompletableFuture<>();

  SocketTracesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void put_traces_areARequestThatTheAgentUnderstands() throws Exception {
    byte[] body = new byte[300_000];
    body[body.length - 1] = 'z';
    answering(head("200 OK") + "{\"rate_by_service\":{\"service:,env:\":0.5}}", body.length);
    AgentRates rates = new AgentRates();
    rates.learn(traces().put(body, 7));
    assertThat(rates.rate("any", "any")).isEqualTo(0.5);
    assertThat(request.join())
        .startsWith("PUT /v0.4/traces HTTP/1.1\r\nHost: localhost\r\n")
        .contains("\r\nContent-Type: application/msgpack\r\n", "\r\nX-Datadog-Trace-Count: 7\r\n")
        .contains("\r\nContent-Length: 300000\r\n", "\r\nConnection: close\r\n")
        .endsWith("z");
  }

  @Test
  void put_answerInChunks_isReadAsWell() throws Exception {
    String json = "{\"rate_by_service\":{\"service:,env:\":0.25}}";
    answering(head("200 OK") + "2b\r\n" + json + "\r\n0\r\n\r\n", 1);
    AgentRates rates = new AgentRates();
    rates.learn(traces().put(new byte[1], 1));
    assertThat(rates.rate("any", "any")).isEqualTo(0.25);
  }

  @Test
  void put_answerWithoutContent_isWell() throws Exception {
    answering(head("200 OK"), 1);
    assertThat(traces().put(new byte[1], 1).exists()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 413, 415})
  void put_traceThatIsNotWanted_isRefusedForEver(int status) throws Exception {
    answering(head(status + " No"), 1);
    assertThatThrownBy(() -> traces().put(new byte[1], 1))
        .isInstanceOf(TracePort.Refused.class)
        .hasMessageContaining(Integer.toString(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 500 No\r\n\r\n",
        "HTTP/1.1 503 No\r\n\r\n",
        "HTTP/1.1 429 No\r\n\r\n",
        "HTTP/1.1 408 No\r\n\r\n",
        "HTTP/1.1 204 None\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1",
        "HTTP/1.1 20",
        "SSH-2.0-OpenSSH_9 200\r\n",
        "",
      })
  void put_agentInTrouble_isForLater(String answer) throws Exception {
    answering(answer, 1);
    assertThatThrownBy(() -> traces().put(new byte[1], 1))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(TracePort.Refused.class);
  }

  @Test
  void put_nobodyListens_isForLater() {
    assertThatThrownBy(() -> traces().put(new byte[1], 1)).isInstanceOf(IOException.class);
  }

  @Test
  void put_pathTooLongForASocket_isForLater() {
    SocketTraces traces = new SocketTraces("/" + "x".repeat(500));
    assertThatThrownBy(() -> traces.put(new byte[1], 1)).isInstanceOf(Exception.class);
  }

  private static String head(String status) {
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n\r\n";
  }

  private SocketTraces traces() {
    return new SocketTraces(folder.resolve("apm.socket").toString());
  }

  /** Takes one request with so many bytes behind its head, and answers. */
  private void answering(String answer, int bodyLength) throws IOException {
    server.bind(UnixDomainSocketAddress.of(folder.resolve("apm.socket")));
    request =
        CompletableFuture.supplyAsync(
            () -> {
              try (SocketChannel channel = server.accept()) {
                String taken = read(channel, bodyLength);
                channel.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
                return taken;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String read(SocketChannel channel, int bodyLength) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(65_536);
    int head = -1;
    while (head < 0 || all.size() < head + 4 + bodyLength) {
      channel.read(some);
      all.write(some.array(), 0, some.position());
      some.clear();
      head = all.toString(UTF_8).indexOf("\r\n\r\n");
    }
    return all.toString(UTF_8);
  }
}
