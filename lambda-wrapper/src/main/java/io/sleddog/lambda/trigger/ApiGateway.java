package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request through API Gateway: REST, HTTP or WebSocket API. */
class ApiGateway implements Trigger {
  final HttpEvent http;
  final AuthorizerContext authorizer;

  ApiGateway(Json event, ApiStage stage, boolean decodeAuthorizer) {
    http = new HttpEvent(event, stage);
    authorizer = decodeAuthorizer ? AuthorizerContext.of(http.context) : AuthorizerContext.NONE;
  }

  /** The one that the event's shape tells. */
  static Trigger of(Json event, ApiStage stage, boolean decodeAuthorizer) {
    if (event.get("httpMethod").isTruthy()) {
      return new RestApi(event, stage, decodeAuthorizer);
    }
    if (event.get("routeKey").isTruthy()) {
      return new HttpApi(event, stage, decodeAuthorizer);
    }
    if (event.get("requestContext").get("messageDirection").isTruthy()) {
      return new WebSocketApi(event, stage, decodeAuthorizer);
    }
    return new ApiGateway(event, stage, decodeAuthorizer);
  }

  @Override
  public String source() {
    return "api-gateway";
  }

  @Override
  public @Nullable Json sourceArn(FunctionArn function) {
    return http.stage.arn(function);
  }

  @Override
  public void tag(Tags tags) {
    http.tagStaged(tags);
  }

  @Override
  public boolean isHttp() {
    return true;
  }

  @Override
  public Carrier carrier() {
    return authorizer.isPresent() ? authorizer.carrier() : http.headers;
  }

  /** Whether the caller waits for the answer. */
  boolean isSynchronous() {
    return !"Event".equals(http.headers.get("x-amz-invocation-type"));
  }

  /** A span with what all three kinds have. */
  InferredSpan span(String name, String resource) {
    Json context = http.context;
    Json api = context.get("apiId");
    InferredSpan span =
        new InferredSpan(name)
            .resource(resource)
            .service(http.stage.api(), "lambda_api_gateway", http.stage.domain(), null)
            .synchronous(isSynchronous());
    span.tags().put("apiid", api);
    span.tags().put("apiname", api);
    span.tags().put("stage", context.get("stage"));
    return span;
  }

  /** Adds the span, below that of its authorizer if that one was traced. */
  void addWithAuthorizer(List<InferredSpan> spans, InferredSpan span) {
    long begin = http.context.get("requestTimeEpoch").integer(-1);
    if (begin < 0 || begin > InferredSpan.MOST_MILLIS) {
      return;
    }
    long latest = (begin + authorizer.latencyMillis()) * 1_000_000;
    long start = authorizer.startNanos(latest);
    if (start > 0) {
      long end = Math.max(start, latest);
      spans.add(authorizerSpan(span, start, end));
      span.startNanos(end);
    } else {
      span.startMillis(begin);
    }
    spans.add(span);
  }

  private static InferredSpan authorizerSpan(InferredSpan api, long start, long end) {
    InferredSpan span =
        new InferredSpan("aws.apigateway.authorizer")
            .resource(api.resource())
            .service(api.serviceKey(), api.genericKeys(), api.serviceName(), null)
            .synchronous(true)
            .startNanos(start)
            .endNanos(end);
    span.tags().putAll(api.tags());
    span.tags().put("operation_name", "aws.apigateway.authorizer");
    return span;
  }
}
