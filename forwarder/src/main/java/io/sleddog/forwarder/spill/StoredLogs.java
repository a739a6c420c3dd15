package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
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
    return Slice.of("[" + String.join(",", stored) + "]");
  }

  @Override
  public List<Batch> halves() {
    int middle = stored.size() / 2;
    return List.of(
        new StoredLogs(stored.subList(0, middle), headers),
        new StoredLogs(stored.subList(middle, stored.size()), headers));
  }
}
