package io.sleddog.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Functions in memory. */
public final class FakeLambda {
  private final Map<String, ObjectNode> functions = new ConcurrentSkipListMap<>();
  private final Map<String, ObjectNode> tags = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> policies = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();
  private int latestLayer;
  private UnaryOperator<String> invoked = event -> "null";

  /** Adds a Java function of the region, and gives its configuration to change it. */
  public ObjectNode add(String name, String region) {
    ObjectNode function =
        Json.object()
            .put("FunctionName", name)
            .put("FunctionArn", arn(name, region))
            .put("Runtime", "java21")
            .put("Handler", "com.acme.Orders::handle")
            .put("PackageType", "Zip")
            .put("RevisionId", "1")
            .put("LastUpdateStatus", "Successful");
    functions.put(arn(name, region), function);
    tags.put(arn(name, region), Json.object());
    return function;
  }

  public static String arn(String name, String region) {
    return "arn:aws:lambda:" + region + ":" + FakeAws.ACCOUNT + ":function:" + name;
  }

  /** Publishes versions of the layer up to that number. */
  public void layerUpTo(int version) {
    latestLayer = version;
  }

  public ObjectNode function(String name, String region) {
    return Objects.requireNonNull(functions.get(arn(name, region)), name);
  }

  public JsonNode tagsOf(String name, String region) {
    return tags(arn(name, region));
  }

  private ObjectNode tags(String arn) {
    return Objects.requireNonNull(tags.get(arn), arn);
  }

  public String alias(String name) {
    return aliases.getOrDefault(name, "");
  }

  JsonNode call(String operation, ObjectNode input, String region) {
    return switch (operation) {
      case "GetFunction" -> getFunction(input, region);
      case "GetFunctionConfiguration" -> find(operation, input, region).deepCopy();
      case "ListFunctions" -> list(input, region);
      case "UpdateFunctionConfiguration" -> update(input, region);
      case "TagResource" -> tag(input);
      case "UntagResource" -> untag(input);
      case "ListLayerVersions" -> layers(input, region);
      case "ListCodeSigningConfigs" -> FakeAws.answer("CodeSigningConfigs", Json.array());
      case "GetFunctionConcurrency", "GetAccountSettings" -> Json.object();
      case "ListTags" -> listTags(input);
      case "ListAliases" -> FakeAws.answer("Aliases", Json.array());
      case "GetPolicy" -> policy(input, region);
      case "AddPermission" -> addPermission(input, region);
      case "Invoke" -> invoke(input);
      case "PublishVersion" -> Json.object().put("Version", "7");
      case "UpdateAlias" -> moveAlias(input);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private JsonNode getFunction(ObjectNode input, String region) {
    ObjectNode function = find("GetFunction", input, region);
    ObjectNode answer = Json.object();
    answer.set("Configuration", function.deepCopy());
    answer.set("Tags", tags(function.path("FunctionArn").asText()).deepCopy());
    return answer;
  }

  private ObjectNode find(String operation, ObjectNode input, String region) {
    String name = input.path("FunctionName").asText().replaceFirst("^\\d{12}:function:", "");
    ObjectNode found = functions.get(name.startsWith("arn:") ? name : arn(name, region));
    if (found == null) {
      throw FakeAws.notFound(ServiceName.LAMBDA, operation);
    }
    return found;
  }

  /** Two functions a page. */
  private JsonNode list(ObjectNode input, String region) {
    int from = input.path("Marker").asInt(0);
    ObjectNode answer = Json.object();
    ArrayNode page = answer.putArray("Functions");
    int index = 0;
    for (Map.Entry<String, ObjectNode> it : functions.entrySet()) {
      if (it.getKey().contains(":" + region + ":")) {
        if (index >= from && index < from + 2) {
          page.add(it.getValue().deepCopy());
        }
        index++;
      }
    }
    return index > from + 2 ? answer.put("NextMarker", String.valueOf(from + 2)) : answer;
  }

  private JsonNode update(ObjectNode input, String region) {
    ObjectNode function = find("UpdateFunctionConfiguration", input, region);
    if (!input.path("RevisionId").asText().equals(function.path("RevisionId").asText())) {
      throw new AwsFailure(
          ServiceName.LAMBDA,
          "UpdateFunctionConfiguration",
          "PreconditionFailedException",
          "",
          null);
    }
    input.properties().forEach(it -> function.set(it.getKey(), it.getValue()));
    function.put("FunctionName", function.path("FunctionArn").asText().replaceFirst(".*:", ""));
    ArrayNode layers = Json.array();
    input.path("Layers").forEach(it -> layers.addObject().put("Arn", it.asText()));
    if (input.has("Layers")) {
      function.set("Layers", layers);
    }
    return function.put("RevisionId", function.path("RevisionId").asText() + "1");
  }

  private JsonNode listTags(ObjectNode input) {
    return FakeAws.answer(
        "Tags", tags.getOrDefault(input.path("Resource").asText(), Json.object()));
  }

  private JsonNode tag(ObjectNode input) {
    tags(input.path("Resource").asText()).setAll((ObjectNode) input.path("Tags"));
    return Json.object();
  }

  private JsonNode untag(ObjectNode input) {
    input.path("TagKeys").forEach(it -> tags(input.path("Resource").asText()).remove(it.asText()));
    return Json.object();
  }

  private JsonNode layers(ObjectNode input, String region) {
    ArrayNode versions = Json.array();
    for (int version = 1; version <= latestLayer; version++) {
      versions
          .addObject()
          .put("Version", version)
          .put(
              "LayerVersionArn",
              "arn:aws:lambda:%s:%s:layer:%s:%d"
                  .formatted(
                      region,
                      FakeAws.ACCOUNT,
                      input.path("LayerName").asText().replaceFirst(".*:", ""),
                      version));
    }
    return FakeAws.answer("LayerVersions", versions);
  }

  private JsonNode policy(ObjectNode input, String region) {
    ObjectNode policy = policies.get(find("GetPolicy", input, region).path("FunctionArn").asText());
    if (policy == null) {
      throw FakeAws.notFound(ServiceName.LAMBDA, "GetPolicy");
    }
    return FakeAws.answer("Policy", policy.toString());
  }

  private JsonNode addPermission(ObjectNode input, String region) {
    ObjectNode policy = Json.object();
    ObjectNode statement = policy.putArray("Statement").addObject().put("Effect", "Allow");
    statement.putObject("Principal").put("Service", input.path("Principal").asText());
    statement.put("Action", input.path("Action").asText());
    statement
        .putObject("Condition")
        .putObject("ArnLike")
        .put("AWS:SourceArn", input.path("SourceArn").asText());
    policies.put(find("AddPermission", input, region).path("FunctionArn").asText(), policy);
    return Json.object();
  }

  /** What an invocation does, and answers as its payload. */
  public void onInvoke(UnaryOperator<String> code) {
    invoked = code;
  }

  private JsonNode invoke(ObjectNode input) {
    String payload = invoked.apply(input.path("Payload").asText());
    ObjectNode answer = Json.object().put("Payload", payload);
    return payload.contains("\"errorMessage\"") ? answer.put("FunctionError", "Unhandled") : answer;
  }

  private JsonNode moveAlias(ObjectNode input) {
    aliases.put(input.path("Name").asText(), input.path("FunctionVersion").asText());
    return Json.object();
  }
}
