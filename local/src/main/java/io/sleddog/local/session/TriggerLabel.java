package io.sleddog.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Payload;

/** A few words that tell a person what an event is: {@code POST /orders}, {@code SQS orders, 2}. */
public final class TriggerLabel {
  private TriggerLabel() {}

  /** The words for an event; {@code event} if it is of no known kind. */
  public static String of(Payload event) {
    JsonNode root = Json.tryParseObject(event.text()).orElse(Json.object());
    JsonNode http = root.path("requestContext").path("http");
    if (http.has("method")) {
      return http.path("method").asText() + " " + root.path("rawPath").asText("/");
    } else if (root.has("httpMethod")) {
      return root.path("httpMethod").asText() + " " + root.path("path").asText("/");
    } else if (root.path("Records").size() > 0) {
      return records(root.path("Records"));
    } else if (root.has("detail-type")) {
      return "EventBridge " + root.path("detail-type").asText();
    }
    return "event";
  }

  private static String records(JsonNode records) {
    JsonNode first = records.get(0);
    String source = first.path("eventSource").asText(first.path("EventSource").asText());
    String arn =
        first.path("eventSourceARN").asText(first.path("s3").path("bucket").path("name").asText());
    String name = arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
    String service = source.replaceFirst("^aws:", "").toUpperCase(java.util.Locale.ROOT);
    return String.join(" ", service, name, "×" + records.size()).replace("  ", " ");
  }
}
