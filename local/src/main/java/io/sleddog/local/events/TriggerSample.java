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

/** A sample event of one trigger, for any function. */
public final class TriggerSample {
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

  private final String id;
  private final JsonNode file;

  private TriggerSample(String id) {
    this.id = id;
    this.file = read(id);
  }

  /** All of them, in the order in which a person looks for them. */
  public static List<TriggerSample> all() {
    return IDS.stream().map(TriggerSample::new).toList();
  }

  /** Its name in files and addresses. */
  public String id() {
    return id;
  }

  /** What a person calls the trigger. */
  public String title() {
    return file.path("title").asText();
  }

  /** The kind of trigger. */
  public String group() {
    return file.path("group").asText();
  }

  /** The ways in which a caller can hand its trace on here. */
  public List<CallerContext> contexts() {
    return place() == Place.NONE ? List.of(CallerContext.NONE) : List.of(CallerContext.values());
  }

  /**
   * The event as of now.
   *
   * @param context one of {@link #contexts}
   * @param ids gives the ids of the caller's trace and span
   */
  public Payload event(CallerContext context, LongSupplier ids, long nowMillis) {
    ObjectNode event = file.path("event").deepCopy();
    if (context != CallerContext.NONE) {
      place().put(event, context.headers(ids));
    }
    Payload sample = Payload.of(Json.write(event));
    return EventTimes.at(new NamedEvent(id, sample, true), nowMillis);
  }

  private Place place() {
    return Place.of(file.path("carrier").asText());
  }

  private static JsonNode read(String id) {
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
