package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.NamedEvent;

/** The events that come with the functions, to be sent as they are or edited. */
final class Samples {
  private final Actions actions;

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
        samples
            .addObject()
            .put("id", id(function, event))
            .put("group", function.name())
            .put("title", event.name())
            .putArray("contexts")
            .add("none");
      }
    }
    return view;
  }

  ObjectNode one(String id) {
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
