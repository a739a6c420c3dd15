package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Route.Source;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the routes and makes of each thing that is sent the event that its receiver gets. */
final class Switchboard {
  private final List<Route> routes;
  private final Inbox inbox;
  private final Clock clock;

  Switchboard(List<Route> routes, Inbox inbox, Clock clock) {
    this.routes = List.copyOf(routes);
    this.inbox = inbox;
    this.clock = clock;
  }

  Inbox inbox() {
    return inbox;
  }

  /** Messages for a queue; one batch for each function that reads it. */
  void send(String queue, List<SentMessage> messages) {
    List<Route> ways = ways(Source.QUEUE, queue).stream().filter(way -> !way.toQueue()).toList();
    if (ways.isEmpty()) {
      inbox.lost("the queue " + queue);
    }
    ways.forEach(way -> deliver(way, FilterCriteria.taken(way.filter(), messages)));
    boolean refused =
        ways.stream().allMatch(way -> FilterCriteria.taken(way.filter(), messages).isEmpty());
    if (refused && !ways.isEmpty()) {
      inbox.lost("messages of the queue " + queue + " that its filter criteria refuse");
    }
  }

  private void deliver(Route way, List<SentMessage> taken) {
    if (!taken.isEmpty()) {
      deliver(way, taken, 1);
    }
  }

  private void deliver(Route way, List<SentMessage> messages, int times) {
    inbox.take(
        way.destination(),
        QueueEvents.of(way.name(), messages, times, clock.millis()),
        invocation -> redeliver(way, messages, times, invocation));
  }

  /** What failed comes again, if the queue says where it ends; else it is delivered once. */
  private void redeliver(Route way, List<SentMessage> messages, int times, Invocation invocation) {
    List<SentMessage> failed =
        BatchFailures.of(invocation, messages, said(way, "reportBatchItemFailures").asBoolean());
    Optional<Route> end =
        ways(Source.QUEUE, way.name()).stream().filter(Route::toQueue).findFirst();
    if (failed.isEmpty() || end.isEmpty()) {
      return;
    }
    if (times < said(end.get(), "maxReceiveCount").asInt(1)) {
      deliver(way, failed, times + 1);
    } else {
      send(end.get().destination(), failed);
    }
  }

  private static JsonNode said(Route way, String name) {
    return way.filter() == null ? MissingNode.getInstance() : way.filter().path(name);
  }

  /** A notification of a topic; to a queue it goes in an envelope, unless the route says bare. */
  void publish(Notification notification) {
    List<Route> ways = ways(Source.TOPIC, notification.topic());
    if (ways.isEmpty()) {
      inbox.lost("the topic " + notification.topic());
    }
    for (Route way : ways) {
      if (way.filter() != null && !FilterPolicy.takes(way.filter(), notification.content())) {
        continue;
      }
      if (way.toQueue()) {
        send(way.destination(), List.of(SentMessage.of(notification.message(isBare(way)))));
      } else {
        inbox.take(way.destination(), notification.event());
      }
    }
  }

  private static boolean isBare(Route way) {
    return way.filter() != null
        && (way.filter().asBoolean() || way.filter().path("bare").asBoolean());
  }

  /** An event of a bus, for each rule that it matches. */
  void put(String bus, ObjectNode event) {
    List<Route> ways =
        ways(Source.BUS, bus).stream()
            .filter(way -> way.filter() == null || EventPattern.matches(way.filter(), event))
            .toList();
    if (ways.isEmpty()) {
      inbox.lost("the bus " + bus + " as " + event.path("detail-type").asText());
    }
    Payload payload = Payload.of(Json.write(event));
    for (Route way : ways) {
      if (way.toQueue()) {
        Message message = new Message(payload.text(), Map.of(), Map.of());
        send(way.destination(), List.of(SentMessage.of(message)));
      } else {
        inbox.take(way.destination(), payload);
      }
    }
  }

  private List<Route> ways(Source source, String name) {
    return routes.stream()
        .filter(route -> route.source() == source && route.name().equals(name))
        .toList();
  }

  /** The time as AWS writes it in events. */
  String now() {
    return clock.instant().toString();
  }

  /** The text of a member; a refusal if it is not there. */
  static String required(JsonNode request, String name) {
    if (!request.path(name).isTextual()) {
      throw new AwsRefusal("MissingParameter", "The request must contain " + name);
    }
    return request.path(name).asText();
  }
}
