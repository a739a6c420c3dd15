package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;

/** A request through a REST API, or an HTTP API in the older format. */
final class RestApi extends ApiGateway {
  RestApi(Json event, boolean decodeAuthorizer) {
    super(event, decodeAuthorizer);
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    String method = http.event.get("httpMethod").text();
    String path = http.event.get("path").text();
    InferredSpan span = span("aws.apigateway", HttpEvent.resource(method, http.resourcePath()));
    Tags tags = span.tags();
    tags.put("http.url", http.url(path));
    tags.put("endpoint", path);
    tags.put("http.method", method);
    tags.put("http.useragent", http.context.get("identity").get("userAgent"));
    tags.put("span.kind", "server");
    addWithAuthorizer(spans, span);
  }
}
