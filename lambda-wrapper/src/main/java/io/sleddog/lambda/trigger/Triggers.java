package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells the source of an event by its shape. Where several shapes fit, the one further down in
 * Datadog's list of rules wins, so the rules are asked from the last to the first.
 */
public final class Triggers {
  private final boolean decodeAuthorizer;

  /** The API of the last request, which is mostly that of the next. */
  private volatile ApiStage lastStage = ApiStage.NONE;

  /** {@code decodeAuthorizer}: whether an authorizer's trace context is read from its result. */
  public Triggers(boolean decodeAuthorizer) {
    this.decodeAuthorizer = decodeAuthorizer;
  }

  /** What the event tells; of an event of no known shape, where it carries its context. */
  public Trigger detect(Json event) {
    if (!event.isObject()) {
      return ofList(event);
    }
    Json request = event.get("requestContext");
    ApiStage stage = request.isObject() ? stage(request) : ApiStage.NONE;
    if (isFunctionUrl(request, stage.domain())) {
      return new FunctionUrl(event, stage);
    }
    Trigger records = byRecord(event);
    if (records != null) {
      return records;
    }
    Trigger other = byMember(event);
    return other == null ? byRequest(event, request, stage) : other;
  }

  /** A list is what EventBridge Pipes and batches of AppSync send: records, or requests. */
  private static Trigger ofList(Json event) {
    Json first = event.isArray() ? event.first() : Json.MISSING;
    Trigger records = bySource(event, first.get("eventSource").text());
    Json request = first.get("request");
    return records == null
        ? new SimpleTrigger(
            null, Json.MISSING, request.isObject() ? Carrier.ofHttp(request) : Carrier.NONE)
        : records;
  }

  private ApiStage stage(Json request) {
    ApiStage known = lastStage;
    ApiStage stage = ApiStage.of(request, known);
    if (stage != known) {
      lastStage = stage;
    }
    return stage;
  }

  private static boolean isFunctionUrl(Json request, @Nullable String domain) {
    int dot = domain == null ? -1 : domain.indexOf('.');
    return domain != null
        && dot >= 0
        && domain.startsWith("lambda-url.", dot + 1)
        && request.get("stage").isTruthy();
  }

  private static @Nullable Trigger byRecord(Json event) {
    Json first = firstRecord(event);
    if (!first.isObject()) {
      return event.get("records").isObject() && Kafka.matches(event) ? new Kafka(event) : null;
    }
    if (first.get("cf").isTruthy()) {
      return new CloudFront(event);
    }
    String source = first.get("eventSource").text();
    return bySource(event, source == null ? first.get("EventSource").text() : source);
  }

  /** The first record of an event; missing if it has none. */
  public static Json firstRecord(Json event) {
    return (event.isArray() ? event : event.get("Records")).first();
  }

  private static @Nullable Trigger bySource(Json event, @Nullable String source) {
    if (source == null) {
      return null;
    }
    switch (source) {
      case "aws:sqs":
        return new Sqs(event);
      case "aws:sns":
        return new Sns(event);
      case "aws:kinesis":
        return new Kinesis(event);
      case "aws:dynamodb":
        return new DynamoDb(event);
      case "aws:s3":
        return new S3(event);
      default:
        return null;
    }
  }

  private static @Nullable Trigger byMember(Json event) {
    if (event.get("Payload").isObject()
        || event.get("_datadog").isObject()
        || event.get("Execution").isObject()) {
      Json states = StepFunctions.find(event);
      if (states.exists()) {
        return StepFunctions.of(states);
      }
    }
    if (isCloudWatchEvent(event)) {
      return new SimpleTrigger(
          "cloudwatch-events", event.get("resources").first(), Carrier.ofHttp(event));
    }
    if (event.get("detail-type").isTruthy()) {
      return new EventBridge(event);
    }
    return event.get("awslogs").isTruthy() ? new CloudWatchLogs(event) : null;
  }

  private static boolean isCloudWatchEvent(Json event) {
    return "aws.events".equals(event.get("source").text())
        || event.get("detail").get("EventCategories").isPresent();
  }

  private Trigger byRequest(Json event, Json request, ApiStage stage) {
    if (request.get("elb").isTruthy()) {
      return new LoadBalancer(event);
    }
    if (request.get("stage").isTruthy()) {
      return ApiGateway.of(event, stage, decodeAuthorizer);
    }
    Json appSync = event.get("request");
    Carrier carrier = Carrier.ofHttp(appSync.isObject() ? appSync : event);
    return new SimpleTrigger(null, Json.MISSING, carrier);
  }
}
