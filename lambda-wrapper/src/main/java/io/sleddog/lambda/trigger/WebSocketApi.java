package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;

/** A message, a connect or a disconnect of a WebSocket API. */
final class WebSocketApi extends ApiGateway {
  WebSocketApi(Json event, ApiStage stage, boolean decodeAuthorizer) {
    super(event, stage, decodeAuthorizer);
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json context = http.context;
    String route = context.get("routeKey").text();
    InferredSpan span = span("aws.apigateway", route == null ? "" : route);
    Tags tags = span.tags();
    tags.put("operation_name", "aws.apigateway.websocket");
    tags.put("http.url", http.stage.url(route));
    tags.put("endpoint", route);
    tags.put("span.kind", "server");
    tags.put("connection_id", context.get("connectionId"));
    tags.put("event_type", context.get("eventType"));
    tags.put("message_direction", context.get("messageDirection"));
    addWithAuthorizer(spans, span);
  }
}
