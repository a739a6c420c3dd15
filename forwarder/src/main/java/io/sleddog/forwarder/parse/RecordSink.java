package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;

/** Takes records. */
@FunctionalInterface
public interface RecordSink {

  /**
   * Takes one record; its bytes are valid during the call only.
   *
   * @throws IOException if there is no time left for it
   */
  void accept(LogRecord record) throws IOException;
}
