package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
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
    JsonNode properties = resource.path("Properties");
    switch (resource.path("Type").asText()) {
      case "AWS::Serverless::Function" -> addEvents(id, properties);
      case "AWS::Lambda::EventSourceMapping" ->
          toFunction(
              Source.QUEUE, properties.path("EventSourceArn"), properties.path("FunctionName"));
      case "AWS::SNS::Subscription" -> addSubscription(properties);
      case "AWS::Events::Rule" -> addRule(properties);
      case "AWS::Lambda::Url" ->
          function(properties.path("TargetFunctionArn")).ifPresent(this::addUrl);
      case "AWS::ApiGatewayV2::Route" -> addApiRoute(properties);
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
        case "SQS" -> named(Source.QUEUE, own.path("Queue"), function, null);
        case "SNS" -> named(Source.TOPIC, own.path("Topic"), function, null);
        case "EventBridgeRule", "CloudWatchEvent" -> addPattern(own, "Pattern", function, false);
        case "HttpApi", "Api" -> addHttp(own, function);
        default -> {
          // a source that no function here sends to
        }
      }
    }
    if (properties.has("FunctionUrlConfig")) {
      addUrl(function);
    }
  }

  private void addHttp(JsonNode own, String function) {
    String method = own.path("Method").asText("ANY").toUpperCase(Locale.ROOT);
    boolean all = !own.has("Path");
    String key = all ? EVERYTHING : method + " " + own.path("Path").asText();
    routes.add(Route.of(Source.HTTP, key, function));
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
      toFunction(Source.TOPIC, properties.path("TopicArn"), endpoint);
    } else if (protocol.equals("sqs")) {
      Optional<String> topic = values.text(properties.path("TopicArn")).map(Route::nameIn);
      Optional<String> queue = values.text(endpoint).map(Route::nameIn);
      boolean bare = properties.path("RawMessageDelivery").asBoolean();
      if (topic.isPresent() && queue.isPresent()) {
        JsonNode filter = Json.object().booleanNode(bare);
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

  private void toFunction(Source source, JsonNode from, JsonNode to) {
    function(to).ifPresent(function -> named(source, from, function, null));
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
