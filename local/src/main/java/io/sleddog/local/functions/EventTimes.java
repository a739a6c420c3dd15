package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the times in sample events to the present, or else the wait between source and function
 * would be as long as the sample is old.
 */
public final class EventTimes {
  private static final Map<String, TimeForm> FORMS =
      Map.ofEntries(
          Map.entry("timeEpoch", TimeForm.MILLIS),
          Map.entry("requestTimeEpoch", TimeForm.MILLIS),
          Map.entry("SentTimestamp", TimeForm.MILLIS_TEXT),
          Map.entry("ApproximateFirstReceiveTimestamp", TimeForm.MILLIS_TEXT),
          Map.entry("approximateArrivalTimestamp", TimeForm.SECONDS),
          Map.entry("ApproximateCreationDateTime", TimeForm.SECONDS),
          Map.entry("timestamp", TimeForm.MILLIS),
          Map.entry("Timestamp", TimeForm.ISO),
          Map.entry("eventTime", TimeForm.ISO),
          Map.entry("time", TimeForm.ISO));

  private EventTimes() {}

  /** The event's payload; if it is one of ours, with the given time in all places. */
  public static Payload at(NamedEvent event, long nowMillis) {
    Optional<ObjectNode> root =
        event.ours() ? Json.tryParseObject(event.payload().text()) : Optional.empty();
    if (root.isEmpty()) {
      return event.payload();
    }
    update(root.get(), nowMillis);
    return Payload.of(Json.writePretty(root.get()));
  }

  private static void update(JsonNode node, long nowMillis) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> update(object, name, nowMillis));
    }
    node.forEach(child -> update(child, nowMillis));
  }

  private static void update(ObjectNode object, String name, long nowMillis) {
    TimeForm form = FORMS.get(name);
    if (form != null && form.fits(object.path(name))) {
      form.put(object, name, nowMillis);
    }
  }

  private enum TimeForm {
    MILLIS {
      @Override
      void put(ObjectNode object, String name, long nowMillis) {
        object.put(name, nowMillis);
      }
    },
    MILLIS_TEXT {
      @Override
      void put(ObjectNode object, String name, long nowMillis) {
        object.put(name, Long.toString(nowMillis));
      }
    },
    SECONDS {
      @Override
      void put(ObjectNode object, String name, long nowMillis) {
        object.put(name, nowMillis / 1000.0);
      }
    },
    ISO {
      @Override
      boolean fits(JsonNode value) {
        return value.asText().matches("\\d{4}-\\d{2}-\\d{2}T.*");
      }

      @Override
      void put(ObjectNode object, String name, long nowMillis) {
        Instant now = Instant.ofEpochMilli(nowMillis);
        boolean whole = !object.path(name).asText().contains(".");
        object.put(name, (whole ? now.truncatedTo(ChronoUnit.SECONDS) : now).toString());
      }
    };

    boolean fits(JsonNode value) {
      return value.isNumber() || value.asText().matches("\\d+");
    }

    abstract void put(ObjectNode object, String name, long nowMillis);
  }
}
