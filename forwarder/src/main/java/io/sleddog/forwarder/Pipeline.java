package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.decode.DecodedEvent;
import io.sleddog.forwarder.decode.EventDecoder;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.deliver.Poster;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.enrich.Enricher;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.parse.ParseContext;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.forwarder.transform.Transformer;
import java.io.IOException;
import java.util.List;

/** The way of an event through the forwarder. */
final class Pipeline {
  private static final int MEMORY = 40 << 20;

  private final ForwarderConfig config;
  private final RecordParser parser;
  private final List<Target> targets;
  private final Poster poster;
  private final Enricher enricher = new Enricher();
  private final Router router = new Router();
  private final Transformer transformer;
  private final BufferPool buffers = new BufferPool(MEMORY);
  private final Senders senders;

  Pipeline(ForwarderConfig config, RecordParser parser, List<Target> targets, Poster poster) {
    this.config = config;
    this.parser = parser;
    this.targets = targets;
    this.poster = poster;
    this.transformer = new Transformer(config.filters());
    this.senders = new Senders(config.workers());
  }

  /**
   * Forwards one event. Everything that can be delivered is delivered, whatever happens to the
   * rest.
   *
   * @return what became of it, record by record
   */
  Result run(byte[] bytes, Invocation invocation, Deadline deadline) {
    EventDecoder decoder = new EventDecoder();
    DecodedEvent event = decoder.decode(bytes);
    Result result = new Result(event, new Counters());
    Delivery delivery = delivery(result.counters(), deadline);
    Batcher batcher = batcher(delivery, result.counters(), deadline);
    for (DecodedEvent.Part part : event.parts()) {
      try {
        ParseContext context =
            new ParseContext(
                invocation,
                result.counters(),
                deadline,
                record -> forward(record, part.record(), batcher, result.counters()));
        parser.parse(decoder.unpack(part.event()), context);
      } catch (IOException e) {
        result.unread(part, e);
      }
    }
    try {
      batcher.finish();
    } catch (IOException e) {
      result.unread(event, e);
    }
    result.outcomes(delivery.outcomes());
    return result;
  }

  private void forward(LogRecord record, int source, Batcher batcher, Counters counters)
      throws IOException {
    for (Item item : router.route(enricher.enrich(record))) {
      Item kept = item instanceof LogRecord log ? transformer.transform(log, counters) : item;
      if (kept != null) {
        batcher.batch(kept, source);
      }
    }
  }

  private Delivery delivery(Counters counters, Deadline deadline) {
    return new Delivery(
        targets,
        new DeliveryContext(poster, senders, LastResort.NONE, counters, deadline, deadline));
  }

  private Batcher batcher(Delivery delivery, Counters counters, Deadline deadline) {
    return new Batcher(
        new BatchContext(
            buffers,
            config.additions().storageTags(),
            counters,
            deadline,
            batch -> deliver(batch, delivery, counters)));
  }

  private void deliver(Batch batch, Delivery delivery, Counters counters) {
    if (batch.kind() == Kind.LOGS && !config.forwardLogs()) {
      counters.add(Count.LOGS_SWITCHED_OFF, batch.items());
      batch.release();
    } else {
      delivery.deliver(batch);
    }
  }
}
