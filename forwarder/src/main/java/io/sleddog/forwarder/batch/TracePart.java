package io.sleddog.forwarder.batch;

import java.util.List;

/** A chunk of spans, encoded, and what it shares with others of its TracerPayload. */
final class TracePart {
  private final List<String> shared;
  private final byte[] chunk;

  TracePart(List<String> shared, byte[] chunk) {
    this.shared = shared;
    this.chunk = chunk;
  }

  /** Environment, language, runtime id and version. */
  List<String> shared() {
    return shared;
  }

  /** The TraceChunk message. */
  byte[] chunk() {
    return chunk;
  }
}
