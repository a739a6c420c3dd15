package io.sleddog.local.agent;

/** Takes what comes to a port until it is closed. */
interface Listener extends AutoCloseable {
  /** The port it listens on. */
  int port();

  @Override
  void close();
}
