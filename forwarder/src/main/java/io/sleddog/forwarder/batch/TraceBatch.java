package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.TraceLine;
import java.util.ArrayList;
import java.util.List;

/** Lines of spans as one AgentPayload. */
final class TraceBatch implements Batch {
  private final List<Line> lines;

  TraceBatch(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * One line.
   *
   * @param line as it came
   * @param parts its chunks, encoded
   */
  record Line(TraceLine line, List<TracePart> parts) {}

  @Override
  public Kind kind() {
    return Kind.TRACES;
  }

  @Override
  public int items() {
    return lines.size();
  }

  @Override
  public void writeTo(ByteWriter body) {
    List<TracePart> parts = new ArrayList<>();
    for (Line line : lines) {
      parts.addAll(line.parts());
    }
    AgentPayload.write(parts, body);
  }
}
