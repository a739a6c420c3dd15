package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.BatchContext;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.BufferPool;
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
import io.sleddog.forwarder.http.TimeLimit;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.parse.ParseContext;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.parse.RecordSink;
import io.sleddog.forwarder.spill.Storage;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.forwarder.telemetry.SelfMetrics;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

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
  private final Forwarding forwarding;
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
    this.forwarding = new Forwarding(config);
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
      RecordSink records = forwarding.into(batcher, part.record(), result.counters());
      read(
          part,
          decoder,
          new ParseContext(invocation, result.counters(), deadline, records),
          result);
    }
    batcher.finish();
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

  private void read(
      DecodedEvent.Part part, EventDecoder decoder, ParseContext parsing, Result result) {
    try {
      parser.parse(decoder.unpack(part.event()), parsing);
    } catch (IOException e) {
      result.unread(part, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // An error of ours; what it says may hold content, and must not stop the other records.
      result.unread(part, e.getClass().getName());
    }
  }

  /** Gets ready for a snapshot, from which many sandboxes may go on. */
  void beforeSnapshot() {
    firstContact.rehearse();
  }

  /** Goes on from a snapshot. */
  void restored() {
    firstContact.forget();
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

  private void replay(
      DecodedEvent event, String functionArn, DeliveryContext context, Result result) {
    if (event.isRetry()) {
      try {
        TimeLimit.call(
            "sending stored batches again",
            () -> {
              storage.replay(functionArn, targets, context);
              return true;
            },
            context.deadline());
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
            new Handout(delivery, result, config.forwardLogs())));
  }
}
