package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Route;
import java.util.UUID;

/** EventBridge. */
final class BusCalls {
  private final Switchboard switchboard;

  BusCalls(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  ObjectNode answer(String operation, JsonNode request) {
    if (!operation.equals("PutEvents")) {
      throw AwsRefusal.notServed("EventBridge " + operation);
    }
    ObjectNode answer = Json.object();
    ArrayNode entries = answer.putArray("Entries");
    int failed = 0;
    for (JsonNode entry : request.path("Entries")) {
      ObjectNode result = put(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      entries.add(result);
    }
    return answer.put("FailedEntryCount", failed);
  }

  private ObjectNode put(JsonNode entry) {
    try {
      String id = UUID.randomUUID().toString();
      ObjectNode event = event(id, entry);
      switchboard.put(Route.nameIn(entry.path("EventBusName").asText("default")), event);
      return Json.object().put("EventId", id);
    } catch (MalformedJson | ClassCastException notAnObject) {
      return Json.object()
          .put("ErrorCode", "MalformedDetail")
          .put("ErrorMessage", "Detail is malformed.");
    }
  }

  private ObjectNode event(String id, JsonNode entry) {
    ObjectNode event =
        Json.object()
            .put("version", "0")
            .put("id", id)
            .put("detail-type", entry.path("DetailType").asText())
            .put("source", entry.path("Source").asText())
            .put("account", Account.ID)
            .put("time", switchboard.now())
            .put("region", Account.REGION);
    ArrayNode resources = event.putArray("resources");
    entry.path("Resources").forEach(resources::add);
    return event.set("detail", (ObjectNode) Json.parse(entry.path("Detail").asText("{}")));
  }
}
