package io.sleddog.benchmarks.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The events that the functions get. */
public final class Events {
  private Events() {}

  /** A request through a REST API with the headers of a Datadog trace, about 2 KB. */
  public static byte[] restApi() {
    try (InputStream event = Events.class.getResourceAsStream("/events/rest-api.json")) {
      return event.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
