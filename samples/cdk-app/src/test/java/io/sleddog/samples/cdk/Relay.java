package io.sleddog.samples.cdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Lets containers reach a server that listens on this machine's loopback address only. */
final class Relay implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;

  private Relay(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** Listens on a free port of the address, and passes connections on to the loopback's port. */
  static Relay start(InetAddress address, int target) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(address, 0));
    Relay relay = new Relay(listening, target);
    inBackground(relay::accept);
    return relay;
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket from = listening.accept();
      Socket to = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), target);
      inBackground(() -> copy(from, to));
      inBackground(() -> copy(to, from));
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Either end has closed, which is how each connection ends.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
