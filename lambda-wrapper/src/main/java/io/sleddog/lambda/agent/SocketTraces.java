package io.sleddog.lambda.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Puts traces to a Unix socket, by HTTP. Java has such sockets from version 16 on, which is why
 * they are looked up by name here; before that, all traces wait.
 */
final class SocketTraces implements TracePort {
  private static final long ANSWER_MILLIS = 2000;
  private static final int MOST_ANSWERED = 1_000_000;

  private final String path;

  SocketTraces(String path) {
    this.path = path;
  }

  @Override
  public Json put(byte[] body, int traces) throws IOException {
    String head =
        "PUT "
            + PATH
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close"
            + "\r\nContent-Type: application/msgpack\r\nDatadog-Meta-Lang: java"
            + "\r\nDatadog-Meta-Tracer-Version: "
            + Version.TEXT
            + "\r\nX-Datadog-Trace-Count: "
            + traces
            + "\r\nDatadog-Send-Real-Http-Status: true\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (SocketChannel channel = connect();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
      write(channel, selector, ByteBuffer.wrap(head.getBytes(ISO_8859_1)));
      write(channel, selector, ByteBuffer.wrap(body));
      key.interestOps(SelectionKey.OP_READ);
      return answer(read(channel, selector));
    }
  }

  private SocketChannel connect() throws IOException {
    try {
      Object address =
          Class.forName("java.net.UnixDomainSocketAddress")
              .getMethod("of", String.class)
              .invoke(null, path);
      SocketChannel channel =
          (SocketChannel)
              SocketChannel.class
                  .getMethod("open", ProtocolFamily.class)
                  .invoke(null, StandardProtocolFamily.valueOf("UNIX"));
      connect(channel, (SocketAddress) address);
      return channel;
    } catch (ReflectiveOperationException | IllegalArgumentException before16) {
      throw new IOException("this Java has no Unix sockets", before16);
    }
  }

  private static void connect(SocketChannel channel, SocketAddress address) throws IOException {
    try {
      channel.connect(address);
    } catch (IOException | RuntimeException nobodyThere) {
      channel.close();
      throw nobodyThere;
    }
  }

  private static void write(SocketChannel channel, Selector selector, ByteBuffer bytes)
      throws IOException {
    while (bytes.hasRemaining()) {
      await(selector);
      channel.write(bytes);
    }
  }

  private static String read(SocketChannel channel, Selector selector) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(8192);
    await(selector);
    while (channel.read(some) >= 0 && all.size() < MOST_ANSWERED) {
      all.write(some.array(), 0, some.position());
      some.clear();
      await(selector);
    }
    return all.toString(ISO_8859_1);
  }

  private static void await(Selector selector) throws IOException {
    if (selector.select(ANSWER_MILLIS) == 0) {
      throw new SocketTimeoutException("the Agent's socket is silent");
    }
    selector.selectedKeys().clear();
  }

  /** The answer's object, whether it comes in chunks or as a whole: it is small, so one chunk. */
  private static Json answer(String response) throws IOException {
    int space = response.indexOf(' ');
    if (!response.startsWith("HTTP/1.") || space < 0 || response.length() < space + 4) {
      throw new IOException("the Agent's socket does not speak HTTP");
    }
    TracePort.check(status(response.substring(space + 1, space + 4)));
    int body = Math.max(0, response.indexOf("\r\n\r\n"));
    int from = response.indexOf('{', body);
    int to = response.lastIndexOf('}');
    return from < 0 || to < from ? Json.MISSING : Json.parse(response.substring(from, to + 1));
  }

  private static int status(String digits) throws IOException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException odd) {
      throw new IOException("the Agent's socket does not speak HTTP", odd);
    }
  }
}
