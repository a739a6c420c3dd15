package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Batcher;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.decode.EventDecoder;
import io.sleddog.forwarder.deliver.Deadline;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.deliver.Endpoint;
import io.sleddog.forwarder.deliver.IntakeClient;
import io.sleddog.forwarder.deliver.Outcome;
import io.sleddog.forwarder.deliver.Senders;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Invocation;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.parse.RecordParser;
import io.sleddog.forwarder.route.Router;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The way of an event through the forwarder. */
final class Pipeline {
  private final ForwarderConfig config;
  private final EventDecoder decoder = new EventDecoder();
  private final RecordParser parser;
  private final Router router = new Router();
  private final Map<Kind, Endpoint> endpoints;
  private final IntakeClient client;
  private final Senders senders;

  Pipeline(
      ForwarderConfig config,
      RecordParser parser,
      Map<Kind, Endpoint> endpoints,
      IntakeClient client,
      Senders senders) {
    this.config = config;
    this.parser = parser;
    this.endpoints = endpoints;
    this.client = client;
    this.senders = senders;
  }

  /**
   * Forwards one event.
   *
   * @return a line about what was done; empty if nobody wants it
   * @throws DeliveryFailedException if not all of it could be delivered
   */
  String run(byte[] bytes, Invocation invocation, Deadline deadline) throws IOException {
    Counters counters = new Counters();
    Delivery delivery = new Delivery(endpoints, client, senders, deadline);
    Batcher batcher = new Batcher(counters, batch -> deliver(batch, delivery, counters));

    AwsEvent event = decoder.decode(bytes);
    parser.parse(event, invocation, counters, record -> batcher.batch(route(record)));
    batcher.finish();
    return conclude(delivery.outcomes(), invocation, counters);
  }

  private Item route(LogRecord record) {
    try {
      return router.route(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deliver(Batch batch, Delivery delivery, Counters counters) {
    if (batch.kind() == Kind.LOGS && !config.forwardLogs()) {
      counters.add(Count.LOGS_SWITCHED_OFF, batch.items());
    } else {
      delivery.deliver(batch);
    }
  }

  private String conclude(List<Outcome> outcomes, Invocation invocation, Counters counters) {
    StringBuilder failures = new StringBuilder();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Failed failed) {
        counters.add(outcome.kind().failed(), outcome.items());
        failures.append(failures.length() == 0 ? "" : "; ");
        failures.append(failed.items()).append(' ').append(failed.kind().text());
        failures.append(": ").append(failed.reason());
      } else {
        counters.add(outcome.kind().forwarded(), outcome.items());
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
