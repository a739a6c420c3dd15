package io.sleddog.local.lambda;

import io.sleddog.local.logs.SubscriptionEvents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import java.time.Clock;
import java.util.List;

/** A subscription filter without a pattern: all log events go to the forwarder. */
public final class Subscription {
  private final Destination forwarder;
  private final Clock clock;

  /** A subscription whose destination is the given function. */
  public Subscription(Destination forwarder, Clock clock) {
    this.forwarder = forwarder;
    this.clock = clock;
  }

  /** Sends the message by which CloudWatch Logs sees that the destination is there. */
  public Execution connect() throws InterruptedException {
    return forwarder.invoke(SubscriptionEvents.controlMessage(clock.millis()));
  }

  /** Hands an event over as it is, whoever it is from. */
  public Execution send(Payload event) throws InterruptedException {
    return forwarder.invoke(event);
  }

  /** Has the forwarder send again what it keeps, as a schedule does on AWS. */
  public Execution replay() throws InterruptedException {
    return send(Payload.of("{\"retry\":\"true\"}"));
  }

  /** Hands events of one stream to the forwarder. */
  public Delivery deliver(LogStream stream, List<LogEvent> events) throws InterruptedException {
    Execution run = forwarder.invoke(SubscriptionEvents.dataMessage(stream, events));
    return new Delivery(stream, events, run);
  }
}
