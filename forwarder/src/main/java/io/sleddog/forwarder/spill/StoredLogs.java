package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import java.util.List;
import java.util.Map;

/**
 * Logs that were stored, ready to be sent.
 *
 * @param stored each as JSON text
 * @param headers that the request is to have
 */
record StoredLogs(List<String> stored, Map<String, String> headers) implements Batch {

  @Override
  public Kind kind() {
    return Kind.LOGS;
  }

  @Override
  public int items() {
    return stored.size();
  }

  @Override
  public Sources sources() {
    return Sources.NONE;
  }

  @Override
  public Slice body() {
    ByteWriter body = new ByteWriter(1 << 16);
    char before = '[';
    for (String log : stored) {
      body.write(before);
      body.text(RetryTag.added(log));
      before = ',';
    }
    body.write(']');
    return new Slice(body.array(), 0, body.size());
  }

  @Override
  public List<Batch> halves() {
    int middle = stored.size() / 2;
    return List.of(
        new StoredLogs(stored.subList(0, middle), headers),
        new StoredLogs(stored.subList(middle, stored.size()), headers));
  }
}
