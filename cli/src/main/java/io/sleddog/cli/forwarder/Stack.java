package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stack as CloudFormation describes it. */
final class Stack {
  /** What CloudFormation calls a stack that only has a change set yet. */
  private static final String EMPTY = "REVIEW_IN_PROGRESS";

  private final String name;
  private final JsonNode found;
  private final boolean isForwarders;

  /**
   * Creates it.
   *
   * @param name its name
   * @param found the description; a missing node if there is no such stack
   * @param isForwarders whether the function {@code Forwarder} is in it
   */
  Stack(String name, JsonNode found, boolean isForwarders) {
    this.name = name;
    this.found = found;
    this.isForwarders = isForwarders;
  }

  String name() {
    return name;
  }

  boolean isForwarders() {
    return isForwarders;
  }

  String status() {
    return found.path("StackStatus").asText("");
  }

  /** Whether it has resources, so that it is updated and not created. */
  boolean isThere() {
    return !found.isMissingNode() && !status().equals(EMPTY);
  }

  boolean isUnderWay() {
    return status().endsWith("_IN_PROGRESS") && !status().equals(EMPTY);
  }

  /** Whether it can only be deleted. */
  boolean isDead() {
    return status().matches("CREATE_FAILED|ROLLBACK_(COMPLETE|FAILED)|DELETE_FAILED");
  }

  /** Whether the last change was carried out. */
  boolean isHealthy() {
    return status().matches("(CREATE|UPDATE|IMPORT)_COMPLETE");
  }

  /** The parameters; CloudFormation hides those that are secret. */
  Map<String, String> parameters() {
    return members("Parameters", "ParameterKey", "ParameterValue");
  }

  Map<String, String> outputs() {
    return members("Outputs", "OutputKey", "OutputValue");
  }

  private Map<String, String> members(String list, String key, String value) {
    Map<String, String> members = new LinkedHashMap<>();
    found.path(list).forEach(it -> members.put(it.path(key).asText(), it.path(value).asText("")));
    return members;
  }
}
