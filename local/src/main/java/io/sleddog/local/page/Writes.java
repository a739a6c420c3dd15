package io.sleddog.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.Payload;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Does what the page asks for: invoke, replay, go cold, break the intake. */
final class Writes {
  private static final int MOST_TIMES = 1000;
  private static final int MOST_MILLIS = 60_000;
  private static final Set<String> MODES = Set.of("ok", "status", "latency", "reset");

  private final TripStore store;
  private final Actions actions;

  Writes(TripStore store, Actions actions) {
    this.store = store;
    this.actions = actions;
  }

  /** The answer to a POST to a path below {@code /api/}. */
  ObjectNode answer(String[] path, byte[] body) {
    JsonNode asked = parse(body);
    if (path.length == 1) {
      top(path[0], asked);
    } else if (String.join("/", path).equals("forwarder/replay")) {
      actions.sendKeptAgain();
    } else if (path.length == 3 && path[0].equals("functions")) {
      ofFunction(path[1], path[2], asked);
    } else if (path.length == 3 && path[0].equals("invocations")) {
      return ofInvocation(path[1], path[2]);
    } else {
      throw Refusal.notKept("This part of the API");
    }
    return Json.object();
  }

  private void top(String action, JsonNode asked) {
    switch (action) {
      case "invoke" -> invoke(asked);
      case "intake" -> actions.breakIntake(fault(asked));
      default -> throw Refusal.notKept("This part of the API");
    }
  }

  private void ofFunction(String function, String action, JsonNode asked) {
    switch (action) {
      case "cold" -> actions.goCold(function);
      case "stop" -> actions.stop(function);
      case "start" -> actions.start(function);
      case "mishap" -> actions.mishap(function, mishap(asked.path("kind").asText()));
      default -> throw Refusal.notKept("This part of the API");
    }
  }

  private void invoke(JsonNode asked) {
    String event = asked.path("event").asText();
    try {
      Json.parse(event);
    } catch (MalformedJson e) {
      throw new Refusal(400, "The event is not JSON: " + e.getMessage(), "Mend it and send again.");
    }
    int times = Math.max(1, Math.min(MOST_TIMES, asked.path("times").asInt(1)));
    actions.invoke(asked.path("function").asText(), Payload.of(event), times);
  }

  private static Mishap mishap(String kind) {
    return Stream.of(Mishap.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(400, "There is no mishap " + kind, "throw, timeout or memory."));
  }

  private static Actions.IntakeFault fault(JsonNode asked) {
    String mode = asked.path("mode").asText();
    int status = asked.path("status").asInt(503);
    int latency = asked.path("latencyMs").asInt(0);
    if (!MODES.contains(mode) || status < 400 || status > 599 || latency > MOST_MILLIS) {
      throw new Refusal(
          400,
          "The intake cannot be broken like this",
          "A status is 400 to 599, a wait at most 60 s.");
    }
    return new Actions.IntakeFault(mode, status, Math.max(0, latency));
  }

  private ObjectNode ofInvocation(String id, String action) {
    Trip trip = store.find(id).orElseThrow(() -> Refusal.notKept("Invocation " + id));
    Payload event = trip.ride().execution().invocation().event();
    String function = trip.ride().function().name();
    return switch (action) {
      case "replay" -> {
        actions.invoke(function, event, 1);
        yield Json.object();
      }
      case "event" -> Json.object().put("text", event.text()).put("function", function);
      default -> throw Refusal.notKept("This part of the API");
    };
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.parse(body);
    } catch (MalformedJson e) {
      throw new Refusal(400, "The request is not JSON: " + e.getMessage(), "Send a JSON object.");
    }
  }
}
