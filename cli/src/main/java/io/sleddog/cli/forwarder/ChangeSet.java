package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sleddog.cli.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A change set as CloudFormation describes it. */
final class ChangeSet {
  private final JsonNode found;

  /**
   * Creates it.
   *
   * @param found the description
   */
  ChangeSet(JsonNode found) {
    this.found = found;
  }

  boolean isFailed() {
    return found.path("Status").asText().equals("FAILED");
  }

  /** Whether CloudFormation sees nothing to change, which it takes for a failure. */
  boolean isEmpty() {
    String reason = reason();
    return isFailed()
        && (reason.contains("didn't contain changes") || reason.contains("No updates"));
  }

  String reason() {
    return found.path("StatusReason").asText("no reason given");
  }

  String name() {
    return found.path("ChangeSetName").asText();
  }

  /** What changes, for programs. */
  ArrayNode json() {
    ArrayNode changes = Json.array();
    for (JsonNode it : found.path("Changes")) {
      JsonNode resource = it.path("ResourceChange");
      changes
          .addObject()
          .put("action", resource.path("Action").asText())
          .put("resource", resource.path("LogicalResourceId").asText())
          .put("type", resource.path("ResourceType").asText())
          .put("replacement", resource.path("Replacement").asText("False"));
    }
    return changes;
  }

  /** Whether the function gets another name, so that its triggers are lost. */
  boolean isReplacingTheFunction() {
    for (JsonNode it : json()) {
      boolean isFunction = it.path("resource").asText().equals(StackReader.FUNCTION);
      if (isFunction && it.path("replacement").asText().equals("True")) {
        return true;
      }
    }
    return false;
  }

  /** What changes, for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (JsonNode it : json()) {
      String replaced = it.path("replacement").asText().equals("True") ? "  is replaced" : "";
      lines.add(
          "  "
              + it.path("action").asText()
              + "  "
              + it.path("type").asText()
              + "  "
              + it.path("resource").asText()
              + replaced);
    }
    return lines;
  }
}
