package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stacks and change sets in memory. A template declares a parameter in each line. */
public final class FakeStacks {
  private final Map<String, ObjectNode> stacks = new ConcurrentHashMap<>();
  private final Map<String, String> templates = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> changeSets = new ConcurrentHashMap<>();
  private final Map<String, String> functions = new ConcurrentHashMap<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private final Deque<String> states = new ArrayDeque<>();
  private String changeSetStatus = "CREATE_COMPLETE";
  private String changeSetReason = "";
  private String replacement = "False";

  /** Adds a stack with the function {@code Forwarder}, and gives its parameters. */
  public ArrayNode add(String name, String function) {
    ObjectNode stack = Json.object().put("StackName", name).put("StackStatus", "CREATE_COMPLETE");
    stacks.put(name, stack);
    if (!function.isEmpty()) {
      functions.put(name, function);
    }
    return stack.putArray("Parameters");
  }

  public ObjectNode stack(String name) {
    return stacks.getOrDefault(name, Json.object());
  }

  /** The function that a stack gets when it is made. */
  public void willMake(String stack, String function) {
    functions.put(stack, function);
  }

  /** The states that a stack goes through when a change set is executed. */
  public void goThrough(String... next) {
    states.addAll(List.of(next));
  }

  /** Lets change sets end so. */
  public void endChangeSets(String status, String reason) {
    changeSetStatus = status;
    changeSetReason = reason;
  }

  /** Lets change sets replace the function. */
  public void replaceTheFunction() {
    replacement = "True";
  }

  public ObjectNode changeSet(String stack) {
    return changeSets.getOrDefault(stack, Json.object());
  }

  JsonNode call(String operation, ObjectNode input) {
    String name = input.path("StackName").asText();
    return switch (operation) {
      case "DescribeStacks" -> describe(name);
      case "ListStackResources" -> resources(name);
      case "GetTemplate" -> Json.object().put("TemplateBody", templates.getOrDefault(name, ""));
      case "GetTemplateSummary" -> summary(input.path("TemplateBody").asText());
      case "CreateChangeSet" -> create(name, input);
      case "DescribeChangeSet" -> describeChangeSet(name);
      case "ExecuteChangeSet" -> execute(name);
      case "DeleteChangeSet" -> delete(name);
      case "DescribeStackEvents" -> FakeAws.answer("StackEvents", List.copyOf(events));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private JsonNode describe(String name) {
    ObjectNode stack = stacks.get(name);
    if (stack == null) {
      throw absent("DescribeStacks", name);
    }
    String next = states.poll();
    if (next != null) {
      stack.put("StackStatus", next);
      event(name, next);
    }
    return FakeAws.answer("Stacks", List.of(stack.deepCopy()));
  }

  private static AwsFailure absent(String operation, String name) {
    return new AwsFailure(
        ServiceName.CLOUDFORMATION,
        operation,
        "ValidationError",
        "Stack with id " + name + " does not exist",
        null);
  }

  /** Tells of something that happens, newest first as CloudFormation does. */
  public void event(String resource, String status) {
    events.add(
        0,
        Json.object()
            .put("EventId", String.valueOf(events.size()))
            .put("ResourceStatus", status)
            .put("LogicalResourceId", resource)
            .put("ResourceStatusReason", status.endsWith("_FAILED") ? "no such subnet" : ""));
  }

  private JsonNode resources(String name) {
    if (!stacks.containsKey(name) && !functions.containsKey(name)) {
      throw absent("ListStackResources", name);
    }
    ArrayNode list = Json.array();
    String function = functions.get(name);
    if (function != null) {
      list.addObject()
          .put("LogicalResourceId", "Forwarder")
          .put("ResourceType", "AWS::Lambda::Function")
          .put("PhysicalResourceId", function);
    }
    return FakeAws.answer("StackResourceSummaries", list);
  }

  private static JsonNode summary(String template) {
    ArrayNode list = Json.array();
    template
        .lines()
        .forEach(
            it ->
                list.addObject()
                    .put("ParameterKey", it.replace(" secret", ""))
                    .put("NoEcho", it.endsWith(" secret")));
    return FakeAws.answer("Parameters", list);
  }

  private JsonNode create(String name, ObjectNode input) {
    changeSets.put(name, input);
    stacks.computeIfAbsent(
        name, it -> Json.object().put("StackName", it).put("StackStatus", "REVIEW_IN_PROGRESS"));
    return Json.object();
  }

  private JsonNode describeChangeSet(String name) {
    ObjectNode answer =
        Json.object()
            .put("ChangeSetName", changeSet(name).path("ChangeSetName").asText())
            .put("Status", changeSetStatus)
            .put("StatusReason", changeSetReason);
    answer
        .putArray("Changes")
        .addObject()
        .putObject("ResourceChange")
        .put("Action", "Modify")
        .put("LogicalResourceId", "Forwarder")
        .put("ResourceType", "AWS::Lambda::Function")
        .put("Replacement", replacement);
    return answer;
  }

  private JsonNode execute(String name) {
    boolean isNew = stack(name).path("StackStatus").asText().equals("REVIEW_IN_PROGRESS");
    templates.put(name, changeSet(name).path("TemplateBody").asText());
    stack(name).put("StackStatus", isNew ? "CREATE_COMPLETE" : "UPDATE_COMPLETE");
    ArrayNode parameters = Json.array();
    for (JsonNode it : changeSet(name).path("Parameters")) {
      JsonNode kept = it.path("UsePreviousValue").asBoolean() ? parameter(name, it) : it;
      parameters.add(kept.deepCopy());
    }
    stack(name).set("Parameters", parameters);
    return Json.object();
  }

  private JsonNode parameter(String stack, JsonNode wanted) {
    for (JsonNode it : stack(stack).path("Parameters")) {
      if (it.path("ParameterKey").equals(wanted.path("ParameterKey"))) {
        return it;
      }
    }
    throw new IllegalArgumentException("no previous value: " + wanted);
  }

  private JsonNode delete(String name) {
    changeSets.remove(name);
    return Json.object();
  }
}
