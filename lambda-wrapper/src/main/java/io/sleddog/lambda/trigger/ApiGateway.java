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

  ApiGateway(Json event, boolean decodeAuthorizer) {
    http = new HttpEvent(event);
    authorizer = decodeAuthorizer ? AuthorizerContext.of(http.context) : AuthorizerContext.NONE;
  }

  /** The one that the event's shape tells. */
  static Trigger of(Json event, boolean decodeAuthorizer) {
    if (event.get("httpMethod").isTruthy()) {
      return new RestApi(event, decodeAuthorizer);
    }
    if (event.get("routeKey").isTruthy()) {
      return new HttpApi(event, decodeAuthorizer);
    }
    if (event.get("requestContext").get("messageDirection").isTruthy()) {
      return new WebSocketApi(event, decodeAuthorizer);
    }
    return new ApiGateway(event, decodeAuthorizer);
  }

  @Override
  public String source() {
    return "api-gateway";
  }

  @Override
  public @Nullable String sourceArn(FunctionArn function) {
    String api = http.context.get("apiId").scalar();
    String stage = http.context.get("stage").scalar();
    if (api == null || stage == null) {
      return null;
    }
    String rest = "/restapis/" + api + "/stages/" + stage;
    return Arns.of(function, "apigateway", function.region() + ":", rest);
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
    String api = context.get("apiId").scalar();
    InferredSpan span =
        new InferredSpan(name)
            .resource(resource)
            .service(api, "lambda_api_gateway", http.domain, null)
            .synchronous(isSynchronous());
    span.tags().put("apiid", api);
    span.tags().put("apiname", api);
    span.tags().put("stage", context.get("stage"));
    return span;
  }

  /** Adds the span, below that of its authorizer if that one was traced. */
  void addWithAuthorizer(List<InferredSpan> spans, InferredSpan span) {
    long begin = http.context.get("requestTimeEpoch").integer(-1);
    if (begin < 0) {
      return;
    }
    if (authorizer.isPresent()) {
      long start = authorizer.startNanos();
      long end = Math.max(start, (begin + authorizer.latencyMillis()) * 1_000_000);
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
