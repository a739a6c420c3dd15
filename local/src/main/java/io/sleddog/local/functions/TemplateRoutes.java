package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Route.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways between the resources of one template: SAM's events, and what CDK writes in their place.
 */
final class TemplateRoutes {
  private static final String EVERYTHING = "$default";
  private static final int DEEPEST = 30;

  private final JsonNode resources;
  private final TemplateValues values;
  private final List<Route> routes = new ArrayList<>();

  TemplateRoutes(JsonNode template) {
    this.resources = template.path("Resources");
    this.values = new TemplateValues(template);
  }

  List<Route> routes() {
    resources.properties().forEach(entry -> add(entry.getKey(), entry.getValue()));
    return List.copyOf(routes);
  }

  private void add(String id, JsonNode resource) {
    if (!values.exists(resource)) {
      return;
    }
    JsonNode properties = resource.path("Properties");
    switch (resource.path("Type").asText()) {
      case "AWS::Serverless::Function" -> addEvents(id, properties);
      case "AWS::Lambda::EventSourceMapping" ->
          function(properties.path("FunctionName"))
              .ifPresent(function -> addQueue(properties, "EventSourceArn", function));
      case "AWS::SQS::Queue" -> addRedrive(id, properties.path("RedrivePolicy"));
      case "AWS::SNS::Subscription" -> addSubscription(properties);
      case "AWS::Events::Rule" -> addRule(properties);
      case "AWS::Lambda::Url" ->
          function(properties.path("TargetFunctionArn")).ifPresent(this::addUrl);
      case "AWS::ApiGatewayV2::Route" -> addApiRoute(properties);
      case "AWS::ApiGateway::Method" -> addRestMethod(properties);
      default -> {
        // no way for messages
      }
    }
  }

  private void addEvents(String id, JsonNode properties) {
    String function = values.name(id).orElse(id);
    for (JsonNode event : properties.path("Events")) {
      JsonNode own = event.path("Properties");
      switch (event.path("Type").asText()) {
        case "SQS" -> addQueue(own, "Queue", function);
        case "SNS" -> named(Source.TOPIC, own.path("Topic"), function, topicFilter(own, null));
        case "EventBridgeRule", "CloudWatchEvent" -> addPattern(own, "Pattern", function, false);
        case "HttpApi" -> addHttp(Source.HTTP, own, function);
        case "Api" -> addHttp(Source.REST, own, function);
        default -> {
          // a source that no function here sends to
        }
      }
    }
    if (properties.has("FunctionUrlConfig")) {
      addUrl(function);
    }
  }

  private void addHttp(Source source, JsonNode own, String function) {
    String method = own.path("Method").asText("ANY").toUpperCase(Locale.ROOT);
    boolean all = !own.has("Path");
    String key = all ? EVERYTHING : method + " " + own.path("Path").asText();
    routes.add(Route.of(source, key, function));
  }

  /** A method of a REST API; its path stands in its resource and those above it. */
  private void addRestMethod(JsonNode properties) {
    String method = properties.path("HttpMethod").asText("ANY").toUpperCase(Locale.ROOT);
    String path = restPath(properties.path("ResourceId"), 0);
    function(properties.path("Integration").path("Uri"))
        .ifPresent(to -> routes.add(Route.of(Source.REST, method + " " + path, to)));
  }

  private String restPath(JsonNode reference, int depth) {
    JsonNode resource = resources.path(referred(reference).orElse(""));
    if (depth > DEEPEST || !resource.path("Type").asText().equals("AWS::ApiGateway::Resource")) {
      return "/";
    }
    JsonNode properties = resource.path("Properties");
    String above = restPath(properties.path("ParentId"), depth + 1);
    return above + (above.endsWith("/") ? "" : "/") + properties.path("PathPart").asText();
  }

  private void addQueue(JsonNode properties, String name, String function) {
    boolean reports = false;
    for (JsonNode type : properties.path("FunctionResponseTypes")) {
      reports |= type.asText().equals("ReportBatchItemFailures");
    }
    ObjectNode filter = Json.object();
    if (reports) {
      filter.put("reportBatchItemFailures", true);
    }
    ArrayNode criteria = criteria(properties.path("FilterCriteria").path("Filters"));
    if (!criteria.isEmpty()) {
      filter.set("criteria", criteria);
    }
    named(Source.QUEUE, properties.path(name), function, filter.isEmpty() ? null : filter);
  }

  /** The patterns that can be read; one that is known after deployment only takes nothing away. */
  private ArrayNode criteria(JsonNode filters) {
    ArrayNode patterns = Json.array();
    for (JsonNode filter : filters) {
      Optional<ObjectNode> pattern =
          values.text(filter.path("Pattern")).flatMap(Json::tryParseObject);
      if (pattern.isEmpty()) {
        return Json.array();
      }
      patterns.add(pattern.get());
    }
    return patterns;
  }

  /** Where a message goes that was received too often. */
  private void addRedrive(String id, JsonNode policy) {
    Optional<String> queue = values.text(Json.object().put("Ref", id)).map(Route::nameIn);
    Optional<String> end = values.text(policy.path("deadLetterTargetArn")).map(Route::nameIn);
    if (queue.isPresent() && end.isPresent()) {
      int most = Math.max(1, policy.path("maxReceiveCount").asInt(1));
      JsonNode filter = Json.object().put("maxReceiveCount", most);
      routes.add(new Route(Source.QUEUE, queue.get(), end.get(), true, filter));
    }
  }

  /** What a subscription says of the messages that it takes; the given one if it says nothing. */
  private static @Nullable JsonNode topicFilter(JsonNode own, @Nullable JsonNode bare) {
    JsonNode policy = own.path("FilterPolicy");
    if (!policy.isObject()) {
      return bare;
    }
    ObjectNode filter = Json.object().put("bare", bare != null && bare.asBoolean());
    filter.set("policy", policy);
    return filter.put("scope", own.path("FilterPolicyScope").asText("MessageAttributes"));
  }

  private void addUrl(String function) {
    routes.add(Route.of(Source.HTTP, EVERYTHING, function));
  }

  private void addApiRoute(JsonNode properties) {
    String key = properties.path("RouteKey").asText();
    referred(properties.path("Target"))
        .map(id -> resources.path(id).path("Properties").path("IntegrationUri"))
        .flatMap(this::function)
        .ifPresent(function -> routes.add(Route.of(Source.HTTP, key, function)));
  }

  private void addSubscription(JsonNode properties) {
    String protocol = properties.path("Protocol").asText();
    JsonNode endpoint = properties.path("Endpoint");
    if (protocol.equals("lambda")) {
      JsonNode filter = topicFilter(properties, null);
      function(endpoint)
          .ifPresent(to -> named(Source.TOPIC, properties.path("TopicArn"), to, filter));
    } else if (protocol.equals("sqs")) {
      Optional<String> topic = values.text(properties.path("TopicArn")).map(Route::nameIn);
      Optional<String> queue = values.text(endpoint).map(Route::nameIn);
      boolean bare = properties.path("RawMessageDelivery").asBoolean();
      if (topic.isPresent() && queue.isPresent()) {
        JsonNode filter = topicFilter(properties, Json.object().booleanNode(bare));
        routes.add(new Route(Source.TOPIC, topic.get(), queue.get(), true, filter));
      }
    }
  }

  private void addRule(JsonNode properties) {
    for (JsonNode target : properties.path("Targets")) {
      JsonNode arn = target.path("Arn");
      Optional<String> function = function(arn);
      Optional<String> other = values.text(arn).map(Route::nameIn);
      Optional<String> to = function.or(() -> other);
      to.ifPresent(name -> addPattern(properties, "EventPattern", name, function.isEmpty()));
    }
  }

  private void addPattern(JsonNode properties, String name, String to, boolean queue) {
    JsonNode pattern = properties.path(name);
    String bus = values.text(properties.path("EventBusName")).map(Route::nameIn).orElse("default");
    if (pattern.isObject()) {
      routes.add(new Route(Source.BUS, bus, to, queue, pattern));
    }
  }

  private void named(Source source, JsonNode from, String to, @Nullable JsonNode filter) {
    values
        .text(from)
        .map(Route::nameIn)
        .ifPresent(name -> routes.add(new Route(source, name, to, false, filter)));
  }

  /** The function that a value points to, however it is wrapped. */
  private Optional<String> function(JsonNode value) {
    return referred(value)
        .filter(id -> resources.path(id).path("Type").asText().endsWith("::Function"))
        .flatMap(values::name);
  }

  /** The first resource that a value refers to. */
  private Optional<String> referred(JsonNode value) {
    for (var member : value.properties()) {
      String key = member.getKey().replace("Fn::", "");
      JsonNode argument = member.getValue();
      if (key.equals("Ref") || key.equals("GetAtt")) {
        String id = argument.isArray() ? argument.path(0).asText() : argument.asText();
        return Optional.of(id.replaceFirst("\\..*", "")).filter(resources::has);
      }
    }
    for (JsonNode child : value) {
      Optional<String> found = referred(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
