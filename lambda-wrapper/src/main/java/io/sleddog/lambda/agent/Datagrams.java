package io.sleddog.lambda.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines to one UDP address, several in a datagram. It never waits: what the system does not
 * take at once is lost and counted. Not safe for use by several threads.
 */
final class Datagrams {
  /** What fits into one packet on every usual network. */
  private static final int MOST_BYTES = 1432;

  private final String host;
  private final int port;
  private final StringBuilder lines = new StringBuilder(MOST_BYTES);
  private final Losses losses;
  private int waiting;
  private int bytes;
  private @Nullable DatagramChannel channel;
  private @Nullable InetSocketAddress address;

  Datagrams(String host, int port, Losses losses) {
    this.host = host;
    this.port = port;
    this.losses = losses;
  }

  /** Takes a line, and sends those before it if it does not fit behind them. */
  void add(String line) {
    int length = line.getBytes(StandardCharsets.UTF_8).length;
    if (waiting > 0 && bytes + 1 + length > MOST_BYTES) {
      flush();
    }
    lines.append(waiting == 0 ? "" : "\n").append(line);
    bytes += length + 1;
    waiting++;
  }

  /** Sends what waits. */
  void flush() {
    if (waiting == 0) {
      return;
    }
    try {
      byte[] packet = lines.toString().getBytes(StandardCharsets.UTF_8);
      if (open().send(ByteBuffer.wrap(packet), address()) == 0) {
        losses.points(waiting, null);
      }
    } catch (IOException | RuntimeException unsent) {
      losses.points(waiting, unsent);
      address = null;
    }
    lines.setLength(0);
    waiting = 0;
    bytes = 0;
  }

  private DatagramChannel open() throws IOException {
    DatagramChannel open = channel;
    if (open == null) {
      open = DatagramChannel.open();
      open.configureBlocking(false);
      channel = open;
    }
    return open;
  }

  private InetSocketAddress address() throws IOException {
    InetSocketAddress known = address;
    if (known == null) {
      known = new InetSocketAddress(host, port);
      if (known.isUnresolved()) {
        throw new IOException("the Agent's host has no address");
      }
      address = known;
    }
    return known;
  }

  /** Gives the socket back; the next flush opens another. */
  void close() {
    DatagramChannel open = channel;
    channel = null;
    address = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException ignored) {
      // It is gone either way.
    }
  }
}
