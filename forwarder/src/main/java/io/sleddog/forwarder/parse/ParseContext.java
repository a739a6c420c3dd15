package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;

/**
 * What the parsers of one invocation share.
 *
 * @param invocation the invocation
 * @param counters counts what was found
 * @param deadline until when to read
 * @param records takes each record; its bytes are valid during the call only
 */
public record ParseContext(
    Invocation invocation, Counters counters, Deadline deadline, RecordSink records) {

  /** Ends the parsing when there is no time left for it. */
  void expectTime() throws IOException {
    if (deadline.hasPassed()) {
      throw new IOException("no time left to read it to its end");
    }
  }
}
