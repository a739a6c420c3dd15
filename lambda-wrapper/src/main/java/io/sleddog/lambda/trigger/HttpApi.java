package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;

/** A request through an HTTP API. */
final class HttpApi extends ApiGateway {
  HttpApi(Json event, ApiStage stage, boolean decodeAuthorizer) {
    super(event, stage, decodeAuthorizer);
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json request = http.context.get("http");
    String method = request.get("method").text();
    InferredSpan span = span("aws.httpapi", HttpEvent.resource(method, http.resourcePath()));
    Tags tags = span.tags();
    Json path = http.event.get("rawPath");
    tags.put("endpoint", path);
    tags.put("http.url", http.stage.url(path));
    tags.put("http.method", method);
    tags.put("http.protocol", request.get("protocol"));
    tags.put("http.source_ip", request.get("sourceIp"));
    tags.put("http.useragent", request.get("userAgent"));
    long begin = http.context.get("timeEpoch").integer(-1);
    span.startMillis(begin);
    long authorized = authorizer.startNanos(span.startOr(0));
    if (begin >= 0 && authorized > 0) {
      span.startNanos(authorized);
    }
    span.addTo(spans);
  }
}
