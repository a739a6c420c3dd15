package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import java.util.Map;

/** Whether a subscription of SNS takes a message: by its attributes, or by its body. */
final class FilterPolicy {
  private static final String BODY = "MessageBody";

  private FilterPolicy() {}

  /**
   * Asks the policy.
   *
   * @param filter what the route says: {@code policy} and {@code scope}; without them it takes all
   */
  static boolean takes(JsonNode filter, Message message) {
    JsonNode policy = filter.path("policy");
    if (!policy.isObject()) {
      return true;
    }
    try {
      boolean byBody = filter.path("scope").asText().equals(BODY);
      JsonNode subject = byBody ? Json.parse(message.body()) : attributes(message.attributes());
      return EventPattern.matches(policy, subject);
    } catch (MalformedJson noJson) {
      return false;
    }
  }

  private static ObjectNode attributes(Map<String, Attribute> attributes) {
    ObjectNode subject = Json.object();
    attributes.forEach((name, attribute) -> subject.set(name, value(attribute)));
    return subject;
  }

  /** Numbers and lists as what they are; what cannot be read stays a text. */
  private static JsonNode value(Attribute attribute) {
    boolean structured =
        attribute.type().startsWith("Number") || attribute.type().startsWith("String.Array");
    try {
      return structured ? Json.parse(attribute.value()) : Json.object().textNode(attribute.value());
    } catch (MalformedJson noJson) {
      return Json.object().textNode(attribute.value());
    }
  }
}
