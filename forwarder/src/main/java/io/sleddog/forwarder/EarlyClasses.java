package io.sleddog.forwarder;

import com.fasterxml.jackson.core.JsonParser;
import io.sleddog.forwarder.http.UrlConnectionTransport;
import io.sleddog.forwarder.json.Json;
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
      read();
      UrlConnectionTransport.load();
      new Deflater().end();
    } catch (IOException | LinkageError ignored) {
      // What is wrong is told where it is needed.
    }
  }

  private static void read() throws IOException {
    byte[] event = EVENT.getBytes(StandardCharsets.ISO_8859_1);
    try (JsonParser parser = Json.parser(event, 0, event.length)) {
      parser.nextToken();
      parser.nextFieldName();
      parser.nextToken();
      parser.nextFieldName();
      parser.nextToken();
      parser.getBinaryValue();
    }
  }
}
