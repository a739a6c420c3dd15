package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.TraceLine;
import io.sleddog.forwarder.trace.Chunk;
import io.sleddog.forwarder.trace.ChunkMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects lines of spans, each already encoded, up to 3 MB for a request. */
final class TraceBatcher {
  static final int MAX_BYTES = 3_000_000;

  private final Consumer<Batch> batches;
  private final ChunkMaker maker = new ChunkMaker();
  private List<TraceBatch.Line> lines = new ArrayList<>();
  private int bytes;

  TraceBatcher(Consumer<Batch> batches) {
    this.batches = batches;
  }

  void add(TraceLine line) {
    List<TracePart> parts = new ArrayList<>();
    int size = 0;
    for (Chunk chunk : maker.chunks(line)) {
      TracePart part = AgentPayload.part(chunk);
      parts.add(part);
      size += part.chunk().length;
    }
    if (bytes > 0 && bytes + size > MAX_BYTES) {
      finish();
    }
    lines.add(new TraceBatch.Line(line, parts));
    bytes += size;
  }

  void finish() {
    if (!lines.isEmpty()) {
      batches.accept(new TraceBatch(lines));
      lines = new ArrayList<>();
      bytes = 0;
    }
  }
}
