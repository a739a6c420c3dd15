package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;

/** A request through a REST API, or an HTTP API in the older format. */
final class RestApi extends ApiGateway {
  RestApi(Json event, ApiStage stage, boolean decodeAuthorizer) {
    super(event, stage, decodeAuthorizer);
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json method = http.event.get("httpMethod");
    Json path = http.event.get("path");
    InferredSpan span =
        span("aws.apigateway", HttpEvent.resource(method.text(), http.resourcePath()));
    Tags tags = span.tags();
    tags.put("http.url", http.stage.url(path));
    tags.put("endpoint", path);
    tags.put("http.method", method);
    tags.put("http.useragent", http.context.get("identity").get("userAgent"));
    tags.put("span.kind", "server");
    addWithAuthorizer(spans, span);
  }
}
