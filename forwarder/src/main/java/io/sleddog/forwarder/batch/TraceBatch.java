package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.model.TraceLine;
import io.sleddog.forwarder.trace.Chunk;
import java.util.ArrayList;
import java.util.List;

/** Lines of spans as one AgentPayload. */
public final class TraceBatch implements Batch {
  private final List<Line> lines;
  private final Sources sources;

  TraceBatch(List<Line> lines, Sources sources) {
    this.lines = lines;
    this.sources = sources;
  }

  /**
   * One line.
   *
   * @param line as it came
   * @param chunks what the rules made of it
   * @param parts the chunks, encoded
   */
  record Line(TraceLine line, List<Chunk> chunks, List<TracePart> parts) {}

  /** All chunks, for an intake that wants them in another form. */
  public List<Chunk> chunks() {
    List<Chunk> chunks = new ArrayList<>();
    for (Line line : lines) {
      chunks.addAll(line.chunks());
    }
    return chunks;
  }

  @Override
  public Kind kind() {
    return Kind.TRACES;
  }

  @Override
  public int items() {
    return lines.size();
  }

  @Override
  public Sources sources() {
    return sources;
  }

  @Override
  public Slice body() {
    List<TracePart> parts = new ArrayList<>();
    for (Line line : lines) {
      parts.addAll(line.parts());
    }
    ByteWriter body = new ByteWriter(1 << 16);
    AgentPayload.write(parts, body);
    return new Slice(body.array(), 0, body.size());
  }

  @Override
  public List<Batch> halves() {
    int middle = lines.size() / 2;
    return List.of(
        new TraceBatch(lines.subList(0, middle), sources),
        new TraceBatch(lines.subList(middle, lines.size()), sources));
  }

  @Override
  public List<String> stored() {
    List<String> texts = new ArrayList<>();
    for (Line line : lines) {
      ByteWriter json = new ByteWriter(line.line().text().length() + 256);
      json.text("{\"message\":").string(line.line().text());
      json.text(",\"tags\":").string(line.line().tags().text());
      if (line.line().function() != null) {
        json.text(",\"function\":").string(line.line().function().text());
      }
      texts.add(json.text("}").utf8());
    }
    return texts;
  }
}
