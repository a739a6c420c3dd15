package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.batch.MetricBatch;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.decode.DecodedEvent;
import io.sleddog.forwarder.decode.EventDecoder;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.DeliveryContext;
import io.sleddog.forwarder.deliver.FirstContact;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.deliver.Poster;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.deliver.Target;
import io.sleddog.forwarder.enrich.Enricher;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.parse.ParseContext;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.spill.Storage;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.forwarder.telemetry.SelfMetrics;
import io.sleddog.forwarder.transform.Reshaper;
import io.sleddog.forwarder.transform.Transformer;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The way of an event through the forwarder. */
final class Pipeline {
  private static final int MEMORY = 20 << 20;
  private static final long SELF_METRICS_MILLIS = 2_000;

  private final ForwarderConfig config;
  private final RecordParser parser;
  private final List<Target> targets;
  private final Poster poster;
  private final Storage storage;
  private final FurtherFunctions furtherFunctions;
  private final Enricher enricher = new Enricher();
  private final Reshaper reshaper = new Reshaper();
  private final Router router = new Router();
  private final Transformer transformer;
  private final BufferPool buffers = new BufferPool(MEMORY);
  private final Senders senders;
  private final FirstContact firstContact;

  Pipeline(
      ForwarderConfig config,
      RecordParser parser,
      List<Target> targets,
      Poster poster,
      Storage storage,
      FurtherFunctions furtherFunctions) {
    this.config = config;
    this.parser = parser;
    this.targets = targets;
    this.poster = poster;
    this.storage = storage;
    this.furtherFunctions = furtherFunctions;
    this.transformer = new Transformer(config.filters());
    this.senders = new Senders(config.workers());
    this.firstContact = new FirstContact(poster, targets);
  }

  /**
   * Forwards one event. Everything that can be delivered is delivered, whatever happens to the
   * rest.
   *
   * @return what became of it, record by record
   */
  Result run(byte[] bytes, Invocation invocation, Deadline deadline) {
    firstContact.begin(senders, deadline);
    Map<String, Future<String>> handovers = furtherFunctions.start(bytes, senders, deadline);
    EventDecoder decoder = new EventDecoder();
    DecodedEvent event = decoder.decode(bytes);
    Result result = new Result(event, new Counters());
    DeliveryContext context = context(invocation, result.counters(), deadline);
    Delivery delivery = new Delivery(targets, context);
    Batcher batcher = batcher(delivery, result, deadline);
    for (DecodedEvent.Part part : event.parts()) {
      try {
        ParseContext parsing =
            new ParseContext(
                invocation,
                result.counters(),
                deadline,
                record -> forward(record, part.record(), batcher, result.counters()));
        parser.parse(decoder.unpack(part.event()), parsing);
      } catch (IOException e) {
        result.unread(part, String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        // An error of ours; what it says may hold content, and must not stop the other records.
        result.unread(part, e.getClass().getName());
      }
    }
    try {
      batcher.finish();
    } catch (IOException e) {
      result.unread(event, String.valueOf(e.getMessage()));
    }
    SelfMetrics metrics =
        new SelfMetrics(invocation, Wiring.VERSION, event.type(), Clock.systemUTC());
    Delivery report = report(metrics.work(result.counters(), result.handed()), deadline);
    result.outcomes(delivery.outcomes());
    report.outcomes();
    FurtherFunctions.finish(handovers, deadline, result);
    replay(event, invocation.functionArn(), context, result);
    report(metrics.trouble(result.counters()), deadline).outcomes();
    return result;
  }

  /** Sends the forwarder's own metrics; to lose them is no failure, so they get little time. */
  private Delivery report(List<MetricPoint> points, Deadline deadline) {
    Deadline soon = deadline.within(SELF_METRICS_MILLIS);
    Delivery report =
        new Delivery(
            targets,
            new DeliveryContext(poster, senders, LastResort.NONE, new Counters(), soon, soon));
    if (!points.isEmpty()) {
      report.deliver(new MetricBatch(points, Sources.NONE));
    }
    return report;
  }

  private void forward(LogRecord record, int source, Batcher batcher, Counters counters)
      throws IOException {
    try {
      understand(record, source, batcher, counters);
    } catch (RuntimeException e) {
      // An error of ours in one record, which goes on as it came and must not stop the others.
      counters.add(Count.PARSE_ERRORS, 1);
      Envelope envelope = record.envelope();
      Envelope marked = envelope.withTags(envelope.tags().plus("parse_error:internal"));
      Item kept = kept(record.withEnvelope(marked), counters);
      if (kept != null) {
        batcher.batch(kept, source);
      }
    }
  }

  private void understand(LogRecord record, int source, Batcher batcher, Counters counters)
      throws IOException {
    for (LogRecord shaped : reshaper.reshape(enricher.enrich(record))) {
      for (Item item : router.route(shaped)) {
        Item kept = kept(item, counters);
        if (kept != null) {
          batcher.batch(kept, source);
        }
      }
    }
  }

  private @Nullable Item kept(Item item, Counters counters) throws IOException {
    if (item instanceof LogRecord log) {
      return transformer.transform(log, counters);
    }
    return item instanceof MetricPoint point ? point.plus(config.additions().metricTags()) : item;
  }

  private void replay(
      DecodedEvent event, String functionArn, DeliveryContext context, Result result) {
    if (event.isRetry()) {
      try {
        storage.replay(functionArn, targets, context);
      } catch (IOException e) {
        result.notReplayed(String.valueOf(e.getMessage()));
      }
    }
  }

  private DeliveryContext context(Invocation invocation, Counters counters, Deadline deadline) {
    LastResort lastResort = storage.lastResort(invocation.requestId(), counters);
    Deadline sendDeadline = storage.sendDeadline(deadline);
    return new DeliveryContext(poster, senders, lastResort, counters, deadline, sendDeadline);
  }

  private Batcher batcher(Delivery delivery, Result result, Deadline deadline) {
    return new Batcher(
        new BatchContext(
            buffers,
            config.additions().storageTags(),
            result.counters(),
            deadline,
            batch -> deliver(batch, delivery, result)));
  }

  private void deliver(Batch batch, Delivery delivery, Result result) {
    if (batch.kind() == Kind.LOGS && !config.forwardLogs()) {
      result.counters().add(Count.LOGS_SWITCHED_OFF, batch.items());
      batch.release();
    } else {
      result.handed().add(batch.kind().forwarded(), batch.items());
      delivery.deliver(batch);
    }
  }
}
