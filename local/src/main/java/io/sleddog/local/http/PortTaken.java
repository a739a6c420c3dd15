package io.sleddog.local.http;

/** Another process listens on the port that was asked for. */
public final class PortTaken extends RuntimeException {
  private final int port;

  /** The port, and what the system said. */
  public PortTaken(int port, Throwable cause) {
    super("Port " + port + " is taken by another program", cause);
    this.port = port;
  }

  /** The port in question. */
  public int port() {
    return port;
  }
}
