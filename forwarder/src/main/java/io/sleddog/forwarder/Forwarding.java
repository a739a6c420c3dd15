package io.sleddog.forwarder;

import com.fasterxml.jackson.core.JacksonException;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.enrich.Enricher;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.parse.RecordSink;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import io.sleddog.forwarder.transform.Reshaper;
import io.sleddog.forwarder.transform.Transformer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of each log record from the parser into a batch. */
final class Forwarding {
  private final Enricher enricher = new Enricher();
  private final Reshaper reshaper = new Reshaper();
  private final Router router = new Router();
  private final Transformer transformer;
  private final List<String> metricTags;

  Forwarding(ForwarderConfig config) {
    this.transformer = new Transformer(config.filters());
    this.metricTags = config.additions().metricTags();
  }

  /**
   * Takes the records of a part of an event.
   *
   * @param source the part's number
   */
  RecordSink into(Batcher batcher, int source, Counters counters) {
    return new Way(this, batcher, source, counters);
  }

  private void forward(LogRecord record, Way way) throws IOException {
    try {
      understand(record, way);
    } catch (JacksonException | RuntimeException e) {
      // An error of ours in one record, which goes on as it came and must not stop the others.
      way.counters().add(Count.PARSE_ERRORS, 1);
      Envelope envelope = record.envelope();
      Envelope marked = envelope.withTags(envelope.tags().plus("parse_error:internal"));
      batch(record.withEnvelope(marked), way);
    }
  }

  private void understand(LogRecord record, Way way) throws IOException {
    for (LogRecord shaped : reshaper.reshape(enricher.enrich(record))) {
      for (Item item : router.route(shaped)) {
        batch(item, way);
      }
    }
  }

  private void batch(Item item, Way way) throws IOException {
    Item kept = kept(item, way.counters());
    if (kept != null) {
      hand(kept, way);
    }
  }

  private static void hand(Item item, Way way) throws IOException {
    try {
      way.batcher().batch(item, way.source());
    } catch (IOException e) {
      way.counters().add(Count.LOGS_FAILED, 1); // only logs wait for room
      throw e;
    }
  }

  private @Nullable Item kept(Item item, Counters counters) throws IOException {
    if (item instanceof LogRecord log) {
      return transformer.transform(log, counters);
    }
    return item instanceof MetricPoint point ? point.plus(metricTags) : item;
  }

  /** Where the records of one part go. */
  private record Way(Forwarding forwarding, Batcher batcher, int source, Counters counters)
      implements RecordSink {
    @Override
    public void accept(LogRecord record) throws IOException {
      forwarding.forward(record, this);
    }
  }
}
