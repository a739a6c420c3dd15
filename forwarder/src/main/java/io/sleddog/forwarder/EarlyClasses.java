package io.sleddog.forwarder;

import io.sleddog.forwarder.decode.EventDecoder;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Loads what every first event needs, on a thread of its own while the settings are read and the
 * parts put together: there is more than one processor while a function starts. Nothing but time
 * depends on it.
 */
final class EarlyClasses extends Thread {
  private static final String EVENT = "{\"awslogs\":{\"data\":\"e30=\"}}";

  private EarlyClasses() {
    super("early classes");
    setDaemon(true);
  }

  /** Begins. */
  static void load() {
    new EarlyClasses().start();
  }

  @Override
  public void run() {
    try {
      new EventDecoder().decode(EVENT.getBytes(StandardCharsets.ISO_8859_1));
      UrlConnectionTransport.load();
      new Deflater().end();
    } catch (IOException | LinkageError ignored) {
      // What is wrong is told where it is needed.
    }
  }
}
