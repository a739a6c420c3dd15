package io.sleddog.local.agent;

import io.sleddog.local.http.PortTaken;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes DogStatsD datagrams on UDP, as large as a datagram can be. What comes within a second is
 * told of together, so that a busy client does not fill the page.
 */
final class StatsdServer implements Listener {
  private static final int LARGEST = 65_535;
  private static final int TOGETHER_BYTES = 1_000_000;
  private static final long TOGETHER_NANOS = 1_000_000_000;
  private static final int MOST_TOLD = 10;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final DatagramSocket socket;
  private final Clock clock;
  private final Consumer<IntakeRequest> sink;

  private StatsdServer(DatagramSocket socket, Clock clock, Consumer<IntakeRequest> sink) {
    this.socket = socket;
    this.clock = clock;
    this.sink = sink;
  }

  /**
   * Starts to listen.
   *
   * @throws PortTaken if another program has the port
   */
  static StatsdServer start(int port, Clock clock, Consumer<IntakeRequest> sink) {
    StatsdServer server = new StatsdServer(bind(port), clock, sink);
    Thread thread = new Thread(server::run, "dogstatsd");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static DatagramSocket bind(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new DatagramSocket(new InetSocketAddress(loopback, port));
    } catch (BindException taken) {
      throw new PortTaken(port, taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int port() {
    return socket.getLocalPort();
  }

  private void run() {
    while (!socket.isClosed()) {
      try {
        sink.accept(request(together()));
      } catch (IOException closed) {
        socket.close();
      }
    }
  }

  /** Waits for a datagram, then takes what comes soon after, a line's end between any two. */
  private String together() throws IOException {
    StringBuilder text = new StringBuilder(receive(0));
    long end = System.nanoTime() + TOGETHER_NANOS;
    long left = TOGETHER_NANOS;
    while (left >= NANOS_PER_MILLI && text.length() < TOGETHER_BYTES) {
      try {
        text.append('\n').append(receive((int) (left / NANOS_PER_MILLI)));
      } catch (SocketTimeoutException over) {
        return text.toString();
      }
      left = end - System.nanoTime();
    }
    return text.toString();
  }

  private String receive(int timeoutMillis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    socket.setSoTimeout(timeoutMillis);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  private IntakeRequest request(String text) {
    StatsdReader reader = new StatsdReader(clock.millis());
    reader.read(text);
    List<String> problems = reader.problems();
    Payload body = Payload.of(text.strip());
    return new IntakeRequest(
        clock.millis(),
        "UDP",
        "/dogstatsd",
        Map.of("content-type", "text/plain"),
        body.size(),
        body,
        202,
        reader.contents(),
        told(problems));
  }

  /** The first ones in words, all of them in number. */
  private static @Nullable String told(List<String> problems) {
    if (problems.isEmpty()) {
      return null;
    }
    String first = String.join("; ", problems.subList(0, Math.min(MOST_TOLD, problems.size())));
    return problems.size() <= MOST_TOLD
        ? first
        : first + "; and " + (problems.size() - MOST_TOLD) + " more lines that cannot be read";
  }

  @Override
  public void close() {
    socket.close();
  }
}
