package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter criteria of an event source mapping: a message goes to the function if one of the
 * patterns matches it, else Lambda deletes it. A body that is a JSON object is looked into; any
 * other is a text.
 */
final class FilterCriteria {
  private static final String BODY = "body";

  private FilterCriteria() {}

  /**
   * Those that the function gets.
   *
   * @param filter what the route says: a list {@code criteria} of patterns; without it, all
   */
  static List<SentMessage> taken(@Nullable JsonNode filter, List<SentMessage> messages) {
    JsonNode criteria = filter == null ? Json.array() : filter.path("criteria");
    return criteria.isEmpty()
        ? messages
        : messages.stream().filter(message -> isTaken(criteria, message)).toList();
  }

  private static boolean isTaken(JsonNode criteria, SentMessage message) {
    ObjectNode subject = QueueEvents.record("", message, 1, 0);
    Json.tryParseObject(message.message().body()).ifPresent(body -> subject.set(BODY, body));
    for (JsonNode pattern : criteria) {
      if (EventPattern.matches(pattern, subject)) {
        return true;
      }
    }
    return false;
  }
}
