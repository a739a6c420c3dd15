package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.model.TraceLine;
import io.sleddog.forwarder.trace.Chunk;
import io.sleddog.forwarder.trace.ChunkMaker;
import java.util.ArrayList;
import java.util.List;

/** Collects lines of spans, each already encoded, up to 3 MB for a request. */
final class TraceBatcher {
  static final int MAX_BYTES = 3_000_000;

  private final BatchContext context;
  private final ChunkMaker maker = new ChunkMaker();
  private List<TraceBatch.Line> lines = new ArrayList<>();
  private Sources sources = Sources.NONE;
  private int bytes;

  TraceBatcher(BatchContext context) {
    this.context = context;
  }

  void add(TraceLine line, int source) {
    List<Chunk> chunks = maker.chunks(line);
    if (chunks.isEmpty()) {
      return;
    }
    List<TracePart> parts = new ArrayList<>();
    int size = 0;
    for (Chunk chunk : chunks) {
      TracePart part = AgentPayload.part(chunk);
      parts.add(part);
      size += part.chunk().length;
    }
    if (bytes > 0 && bytes + size > MAX_BYTES) {
      finish();
    }
    lines.add(new TraceBatch.Line(line, chunks, parts));
    sources = sources.with(source);
    bytes += size;
  }

  void finish() {
    if (!lines.isEmpty()) {
      context.batches().accept(new TraceBatch(lines, sources));
      lines = new ArrayList<>();
      sources = Sources.NONE;
      bytes = 0;
    }
  }
}
