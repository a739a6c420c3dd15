package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Log groups in memory. */
public final class FakeLogs {
  private final Map<String, ObjectNode> groups = new ConcurrentSkipListMap<>();
  private final Map<String, Map<String, ObjectNode>> filters = new ConcurrentHashMap<>();
  private final Map<String, ArrayNode> events = new ConcurrentHashMap<>();
  private Consumer<JsonNode> subscriber = input -> {};

  /** Sets who is told of the events that are put into a group with a filter. */
  public void onPut(Consumer<JsonNode> action) {
    subscriber = action;
  }

  /** Adds a log group. */
  public ObjectNode add(String name) {
    filters.putIfAbsent(name, new ConcurrentSkipListMap<>());
    return groups.computeIfAbsent(name, it -> Json.object().put("logGroupName", it));
  }

  /** Adds a filter to a group. */
  public void filter(String group, String name, String destination) {
    add(group);
    ObjectNode filter =
        Json.object()
            .put("logGroupName", group)
            .put("filterName", name)
            .put("filterPattern", "")
            .put("destinationArn", destination);
    filtersIn(group).put(name, filter);
  }

  /** Adds an event to a group. */
  public ObjectNode event(String group, long millis, String message) {
    add(group);
    return events
        .computeIfAbsent(group, it -> Json.array())
        .addObject()
        .put("timestamp", millis)
        .put("eventId", String.valueOf(events.values().stream().mapToInt(ArrayNode::size).sum()))
        .put("message", message);
  }

  private Map<String, ObjectNode> filtersIn(String group) {
    return filters.computeIfAbsent(group, it -> new ConcurrentSkipListMap<>());
  }

  public Map<String, ObjectNode> filtersOf(String group) {
    return filters.getOrDefault(group, Map.of());
  }

  public boolean has(String group) {
    return groups.containsKey(group);
  }

  JsonNode call(String operation, ObjectNode input) {
    String group = input.path("logGroupName").asText();
    return switch (operation) {
      case "DescribeLogGroups" -> list(input.path("logGroupNamePrefix").asText(""));
      case "CreateLogGroup" -> create(group);
      case "PutRetentionPolicy" -> retain(group, input);
      case "DescribeSubscriptionFilters" -> filters(group);
      case "PutSubscriptionFilter" -> put(group, input);
      case "DeleteSubscriptionFilter" -> delete(group, input);
      case "FilterLogEvents" -> FakeAws.answer("events", events.getOrDefault(group, Json.array()));
      case "DescribeLogStreams" -> streams(group);
      case "GetLogEvents" ->
          FakeAws.answer("events", events.getOrDefault(group, Json.array()).deepCopy());
      case "CreateLogStream", "DeleteLogStream" -> Json.object();
      case "PutLogEvents" -> putEvents(group, input);
      case "TestMetricFilter" -> FakeAws.answer("matches", Json.array());
      case "DescribeAccountPolicies" -> FakeAws.answer("accountPolicies", Json.array());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  /** A group that has events has them in one stream. */
  private JsonNode streams(String group) {
    if (!has(group)) {
      throw FakeAws.notFound(ServiceName.LOGS, "DescribeLogStreams");
    }
    ArrayNode found = Json.array();
    if (events.containsKey(group)) {
      found.addObject().put("logStreamName", "2026/01/02/[$LATEST]1");
    }
    return FakeAws.answer("logStreams", found);
  }

  private JsonNode list(String prefix) {
    ArrayNode found = Json.array();
    groups.values().stream()
        .filter(it -> it.path("logGroupName").asText().startsWith(prefix))
        .forEach(it -> found.add(it.deepCopy()));
    return FakeAws.answer("logGroups", found);
  }

  private JsonNode create(String group) {
    if (has(group)) {
      throw new AwsFailure(
          ServiceName.LOGS, "CreateLogGroup", "ResourceAlreadyExistsException", "", null);
    }
    add(group);
    return Json.object();
  }

  private JsonNode retain(String group, ObjectNode input) {
    add(group).set("retentionInDays", input.path("retentionInDays"));
    return Json.object();
  }

  private JsonNode filters(String group) {
    if (!has(group)) {
      throw FakeAws.notFound(ServiceName.LOGS, "DescribeSubscriptionFilters");
    }
    ArrayNode found = Json.array();
    filtersIn(group).values().forEach(it -> found.add(it.deepCopy()));
    return FakeAws.answer("subscriptionFilters", found);
  }

  private JsonNode put(String group, ObjectNode input) {
    if (!has(group)) {
      throw FakeAws.notFound(ServiceName.LOGS, "PutSubscriptionFilter");
    }
    filtersIn(group).put(input.path("filterName").asText(), input);
    return Json.object();
  }

  private JsonNode putEvents(String group, ObjectNode input) {
    if (!filtersIn(group).isEmpty()) {
      subscriber.accept(input);
    }
    input
        .path("logEvents")
        .forEach(it -> event(group, it.path("timestamp").asLong(), it.path("message").asText()));
    return Json.object();
  }

  private JsonNode delete(String group, ObjectNode input) {
    filtersIn(group).remove(input.path("filterName").asText());
    return Json.object();
  }
}
