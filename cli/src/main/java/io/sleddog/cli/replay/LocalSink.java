package io.sleddog.cli.replay;

import io.sleddog.local.ForwarderRig;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forwarder on this machine, and an intake behind it.
 *
 * @param rig both of them
 */
public record LocalSink(ForwarderRig rig) implements Sink {
  @Override
  public Optional<String> send(String event) {
    try {
      Invocation invocation = rig.send(Payload.of(event));
      return invocation.succeeded() ? Optional.empty() : Optional.of(invocation.payload().text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  @Override
  public Map<String, Integer> arrived() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Contents it : rig.received()) {
      counts.merge("logs", it.logs().size(), Integer::sum);
      counts.merge("points", it.points().size(), Integer::sum);
      counts.merge("spans", it.spans().size(), Integer::sum);
    }
    return counts;
  }

  @Override
  public void close() {
    rig.close();
  }
}
