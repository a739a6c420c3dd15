package io.sleddog.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.functions.EventTimes;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A sample event of one trigger, for any function.
 *
 * @param id its name in files and addresses
 * @param title what a person calls the trigger
 * @param group the kind of trigger
 * @param contexts the ways in which a caller can hand its trace on here
 */
public record TriggerSample(String id, String title, String group, List<CallerContext> contexts) {
  private static final List<String> IDS =
      List.of(
          "http-api",
          "rest-api",
          "function-url",
          "load-balancer",
          "websocket",
          "authorizer",
          "app-sync",
          "vpc-lattice",
          "sqs",
          "sns",
          "sns-to-sqs",
          "event-bridge",
          "event-bridge-to-sqs",
          "schedule",
          "step-functions",
          "kinesis",
          "dynamo-db",
          "s3",
          "kafka",
          "cloud-front",
          "cloud-watch-logs",
          "direct");

  /** Copies the list. */
  public TriggerSample {
    contexts = List.copyOf(contexts);
  }

  /** All of them, in the order in which a person looks for them. */
  public static List<TriggerSample> all() {
    return IDS.stream().map(TriggerSample::of).toList();
  }

  private static TriggerSample of(String id) {
    JsonNode file = file(id);
    boolean plain = place(file) == Place.NONE;
    return new TriggerSample(
        id,
        file.path("title").asText(),
        file.path("group").asText(),
        plain ? List.of(CallerContext.NONE) : List.of(CallerContext.values()));
  }

  /**
   * The event as of now.
   *
   * @param context one of {@link #contexts}
   * @param ids gives the ids of the caller's trace and span
   */
  public Payload event(CallerContext context, LongSupplier ids, long nowMillis) {
    JsonNode file = file(id);
    ObjectNode event = (ObjectNode) file.path("event");
    if (context != CallerContext.NONE) {
      place(file).put(event, context.headers(ids));
    }
    Payload sample = Payload.of(Json.write(event));
    return EventTimes.at(new NamedEvent(id, sample, true), nowMillis);
  }

  private static Place place(JsonNode file) {
    return Place.of(file.path("carrier").asText());
  }

  private static JsonNode file(String id) {
    try (InputStream in = TriggerSample.class.getResourceAsStream(id + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the sample event " + id);
      }
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
