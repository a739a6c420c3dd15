package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.decode.EventDecoder;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.deliver.Outcome;
import io.sleddog.forwarder.deliver.Poster;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.enrich.Enricher;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.parse.Envelopes;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.forwarder.transform.Transformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The way of an event through the forwarder. */
final class Pipeline {
  private static final int MEMORY = 40 << 20;

  private final ForwarderConfig config;
  private final List<Target> targets;
  private final Poster poster;
  private final EventDecoder decoder = new EventDecoder();
  private final RecordParser parser;
  private final Enricher enricher = new Enricher();
  private final Router router = new Router();
  private final Transformer transformer;
  private final BufferPool buffers = new BufferPool(MEMORY);
  private final Senders senders;

  Pipeline(ForwarderConfig config, List<Target> targets, Poster poster) {
    this.config = config;
    this.targets = targets;
    this.poster = poster;
    this.parser = new RecordParser(new Envelopes(config.additions(), Wiring.VERSION));
    this.transformer = new Transformer(config.filters());
    this.senders = new Senders(config.workers());
  }

  /**
   * Forwards one event.
   *
   * @return a line about what was done; empty if nobody wants it
   * @throws DeliveryFailedException if not all of it could be delivered
   */
  String run(byte[] bytes, Invocation invocation, Deadline deadline) throws IOException {
    Counters counters = new Counters();
    DeliveryContext context =
        new DeliveryContext(poster, senders, LastResort.NONE, counters, deadline, deadline);
    Delivery delivery = new Delivery(targets, context);
    BatchContext batching =
        new BatchContext(
            buffers,
            config.additions().storageTags(),
            counters,
            deadline,
            batch -> deliver(batch, delivery, counters));
    Batcher batcher = new Batcher(batching);

    AwsEvent event = decoder.decode(bytes);
    parser.parse(event, invocation, counters, record -> forward(record, batcher, counters));
    batcher.finish();
    return conclude(delivery.outcomes(), invocation, counters);
  }

  private void forward(LogRecord record, Batcher batcher, Counters counters) {
    try {
      router.route(enricher.enrich(record), item -> batch(item, batcher, counters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void batch(Item item, Batcher batcher, Counters counters) {
    try {
      Item kept = item instanceof LogRecord log ? transformer.transform(log, counters) : item;
      if (kept != null) {
        batcher.batch(kept, 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deliver(Batch batch, Delivery delivery, Counters counters) {
    if (batch.kind() == Kind.LOGS && !config.forwardLogs()) {
      counters.add(Count.LOGS_SWITCHED_OFF, batch.items());
      batch.release();
    } else {
      delivery.deliver(batch);
    }
  }

  private String conclude(List<Outcome> outcomes, Invocation invocation, Counters counters) {
    StringBuilder failures = new StringBuilder();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Delivered) {
        counters.add(outcome.kind().forwarded(), outcome.items());
      } else if (outcome instanceof Outcome.Stored) {
        counters.add(outcome.kind().stored(), outcome.items());
      } else if (outcome instanceof Outcome.Failed failed) {
        counters.add(outcome.kind().failed(), outcome.items());
        if (!failed.fatal()) {
          continue;
        }
        failures.append(failures.length() == 0 ? "" : "; ");
        failures.append(failed.items()).append(' ').append(failed.kind().text());
        failures.append(": ").append(failed.reason());
      }
    }
    if (failures.length() > 0) {
      throw new DeliveryFailedException("Not delivered: " + failures);
    }
    return config.verbose()
        ? "forwarder request_id=" + invocation.requestId() + " " + counters.summary()
        : "";
  }
}
