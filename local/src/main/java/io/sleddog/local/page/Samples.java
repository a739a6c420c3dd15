package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.events.CallerContext;
import io.sleddog.local.events.TriggerSample;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The events to send, as they are or edited: those that come with the functions, and one of each
 * trigger for any function.
 */
final class Samples {
  private static final String ANY = "any:";

  private final Actions actions;
  private final Clock clock = Clock.systemUTC();

  Samples(Actions actions) {
    this.actions = actions;
  }

  static String id(FunctionSpec function, NamedEvent event) {
    return function.name() + "." + event.name();
  }

  ObjectNode list() {
    ObjectNode view = Json.object();
    ArrayNode samples = view.putArray("samples");
    for (FunctionSpec function : actions.functions()) {
      for (NamedEvent event : actions.events(function.name())) {
        String id = id(function, event);
        add(samples, function.name(), id, event.name(), List.of(CallerContext.NONE));
      }
    }
    for (TriggerSample sample : TriggerSample.all()) {
      add(samples, sample.group(), ANY + sample.id(), sample.title(), sample.contexts());
    }
    return view;
  }

  private static void add(
      ArrayNode samples, String group, String id, String title, List<CallerContext> contexts) {
    ArrayNode words =
        samples
            .addObject()
            .put("id", id)
            .put("group", group)
            .put("title", title)
            .putArray("contexts");
    contexts.forEach(context -> words.add(context.word()));
  }

  /** One event's text, with the caller's trace context if it has a place for one. */
  ObjectNode one(String id, Query query) {
    for (TriggerSample sample : TriggerSample.all()) {
      if (id.equals(ANY + sample.id())) {
        return Json.object().put("text", text(sample, query.text("context")));
      }
    }
    return ofFunction(id);
  }

  private String text(TriggerSample sample, String word) {
    Optional<CallerContext> asked = CallerContext.of(word).filter(sample.contexts()::contains);
    Payload event =
        sample.event(
            asked.orElse(CallerContext.NONE),
            () -> ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
            clock.millis());
    return event.text();
  }

  private ObjectNode ofFunction(String id) {
    for (FunctionSpec function : actions.functions()) {
      for (NamedEvent event : actions.events(function.name())) {
        if (id(function, event).equals(id)) {
          String text = event.payload().text();
          return Json.object().put("text", pretty(text)).put("function", function.name());
        }
      }
    }
    throw Refusal.notKept("Sample " + id);
  }

  private static String pretty(String text) {
    return Json.tryParseObject(text).map(Json::writePretty).orElse(text);
  }
}
