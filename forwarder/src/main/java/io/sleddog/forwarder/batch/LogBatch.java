package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Logs as the JSON array that the log intake takes. */
final class LogBatch implements Batch {
  private final Content content;
  private final int from;
  private final int to;

  private LogBatch(Content content, int from, int to) {
    this.content = content;
    this.from = from;
    this.to = to;
  }

  /**
   * Logs in a buffer.
   *
   * @param buffer the array, from its opening to its closing bracket
   * @param ends where each log ends
   * @param headers that the request is to have
   * @param sources the records they came from
   * @param release takes the buffer back
   */
  record Content(
      ByteWriter buffer,
      LogEnds ends,
      Map<String, String> headers,
      Sources sources,
      Runnable release) {

    Slice log(int index) {
      int start = index == 0 ? 1 : ends.of(index - 1) + 1;
      return new Slice(buffer.array(), start, ends.of(index) - start);
    }
  }

  static LogBatch of(Content content) {
    return new LogBatch(content, 0, content.ends().count());
  }

  @Override
  public Kind kind() {
    return Kind.LOGS;
  }

  @Override
  public int items() {
    return to - from;
  }

  @Override
  public Sources sources() {
    return content.sources();
  }

  @Override
  public Map<String, String> headers() {
    return content.headers();
  }

  @Override
  public Slice body() {
    if (items() == content.ends().count()) {
      return new Slice(content.buffer().array(), 0, content.buffer().size());
    }
    Slice first = content.log(from);
    Slice last = content.log(to - 1);
    ByteWriter part = new ByteWriter(last.end() - first.offset() + 2);
    part.write('[');
    part.write(first.array(), first.offset(), last.end() - first.offset());
    part.write(']');
    return new Slice(part.array(), 0, part.size());
  }

  @Override
  public List<Batch> halves() {
    int middle = (from + to) >>> 1;
    return List.of(new LogBatch(content, from, middle), new LogBatch(content, middle, to));
  }

  @Override
  public List<String> stored() {
    List<String> logs = new ArrayList<>(items());
    for (int i = from; i < to; i++) {
      logs.add(content.log(i).text());
    }
    return logs;
  }

  @Override
  public void release() {
    content.release().run();
  }
}
