package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sleddog.local.model.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of a template come to on this machine: each resource is in the one account and
 * region, under the name that its template gives it or else its logical id.
 */
final class TemplateValues {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)\\}");
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region", Account.REGION,
          "AWS::AccountId", Account.ID,
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "local");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "AWS::SQS::Queue", new Kind("QueueName", "sqs", Account::queueUrl),
          "AWS::SNS::Topic", new Kind("TopicName", "sns", name -> Account.arn("sns", name)),
          "AWS::Events::EventBus", new Kind("Name", "events", name -> name),
          "AWS::Lambda::Function", new Kind("FunctionName", "lambda", name -> name),
          "AWS::Serverless::Function", new Kind("FunctionName", "lambda", name -> name),
          "AWS::DynamoDB::Table", new Kind("TableName", "dynamodb", name -> name),
          "AWS::S3::Bucket", new Kind("BucketName", "s3", name -> name));

  /** What is known of resources of one type; {@code ref} makes of a name what Ref gives. */
  private record Kind(String nameProperty, String service, Function<String, String> ref) {}

  private final JsonNode template;
  private final TemplateConditions conditions;

  /** The resources whose names are being made just now. */
  private final Set<String> asked = new HashSet<>();

  TemplateValues(JsonNode template) {
    this.template = template;
    this.conditions = new TemplateConditions(template, this::text);
  }

  /** Whether a resource is deployed, unless only a deployment decides that. */
  boolean exists(JsonNode resource) {
    JsonNode condition = resource.path("Condition");
    return !condition.isTextual() || conditions.holds(condition.asText()).orElse(true);
  }

  /** The value as text; empty if it is known only after deployment. */
  Optional<String> text(JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      return Optional.of(value.asText());
    } else if (!value.isObject() || value.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> function = value.properties().iterator().next();
    JsonNode argument = function.getValue();
    return switch (function.getKey().replace("Fn::", "")) {
      case "Ref" -> ref(argument.asText());
      case "GetAtt" -> attribute(argument);
      case "Sub" -> substituted(argument);
      case "Join" -> joined(argument);
      case "If" ->
          conditions
              .holds(argument.path(0).asText())
              .flatMap(holds -> text(argument.path(holds ? 1 : 2)));
      case "FindInMap" -> found(argument);
      default -> Optional.empty();
    };
  }

  /** The name of a resource of a known type; its id where the name is made of itself. */
  Optional<String> name(String id) {
    JsonNode resource = template.path("Resources").path(id);
    Kind kind = KINDS.get(resource.path("Type").asText());
    if (kind == null) {
      return Optional.empty();
    } else if (!asked.add(id)) {
      return Optional.of(id);
    }
    Optional<String> name = text(resource.path("Properties").path(kind.nameProperty()));
    asked.remove(id);
    return name.or(() -> Optional.of(id));
  }

  private Optional<Kind> kind(String id) {
    String type = template.path("Resources").path(id).path("Type").asText();
    return Optional.ofNullable(KINDS.get(type));
  }

  private Optional<String> ref(String id) {
    JsonNode parameter = template.path("Parameters").path(id).path("Default");
    if (PSEUDO.containsKey(id)) {
      return Optional.of(PSEUDO.get(id));
    } else if (parameter.isValueNode()) {
      return Optional.of(parameter.asText());
    }
    return kind(id).flatMap(kind -> name(id).map(kind.ref()));
  }

  /** As a list of two, or as text with a dot. */
  private Optional<String> attribute(JsonNode argument) {
    String path =
        argument.isArray()
            ? argument.path(0).asText() + "." + argument.path(1).asText()
            : argument.asText();
    String id = path.substring(0, Math.max(0, path.indexOf('.')));
    return switch (path.substring(path.indexOf('.') + 1)) {
      case "Arn", "TopicArn" -> kind(id).flatMap(kind -> name(id).map(name -> arn(kind, name)));
      case "QueueUrl" -> ref(id);
      case "QueueName", "TopicName", "Name" -> name(id);
      default -> Optional.empty();
    };
  }

  private static String arn(Kind kind, String name) {
    String prefix = kind.service().equals("lambda") ? "function:" : "";
    String bus = kind.service().equals("events") ? "event-bus/" : "";
    return Account.arn(kind.service(), prefix + bus + name);
  }

  private Optional<String> found(JsonNode keys) {
    Optional<String> map = text(keys.path(0));
    Optional<String> top = text(keys.path(1));
    Optional<String> second = text(keys.path(2));
    if (map.isEmpty() || top.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    JsonNode maps = template.path("Mappings");
    return text(maps.path(map.get()).path(top.get()).path(second.get()));
  }

  /** A text, or a list of one and an object with names of its own. */
  private Optional<String> substituted(JsonNode argument) {
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    JsonNode own = argument.path(1);
    Matcher places = PLACEHOLDER.matcher(text.asText());
    List<MatchResult> found = places.results().toList();
    String result = text.asText();
    for (MatchResult place : found) {
      String name = place.group(1);
      Optional<String> value = own.has(name) ? text(own.path(name)) : named(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      result = result.replace(place.group(), value.get());
    }
    return Optional.of(result.replace("${!", "${"));
  }

  private Optional<String> named(String name) {
    return name.contains(".") ? attribute(TextNode.valueOf(name)) : ref(name);
  }

  private Optional<String> joined(JsonNode argument) {
    StringBuilder joined = new StringBuilder();
    String between = "";
    for (JsonNode part : argument.path(1)) {
      Optional<String> value = text(part);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      joined.append(between).append(value.get());
      between = argument.path(0).asText();
    }
    return Optional.of(joined.toString());
  }
}
