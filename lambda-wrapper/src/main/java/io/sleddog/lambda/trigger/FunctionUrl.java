package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;

/** A request to the function's own URL. */
final class FunctionUrl implements Trigger {
  private final HttpEvent http;

  FunctionUrl(Json event, ApiStage stage) {
    http = new HttpEvent(event, stage);
  }

  @Override
  public String source() {
    return "lambda-function-url";
  }

  @Override
  public String sourceArn(FunctionArn function) {
    String qualifier = function.qualifier();
    String rest = "url:" + function.name() + (qualifier == null ? "" : ":" + qualifier);
    return Arns.of(function, "lambda", function.region() + ":" + function.account(), rest);
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
    return http.headers;
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json request = http.context.get("http");
    String method = request.get("method").text();
    String path = request.get("path").text();
    InferredSpan span =
        new InferredSpan("aws.lambda.url")
            .type("http")
            .resource(HttpEvent.resource(method, path))
            .service(http.stage.api(), "lambda_url", http.stage.domain(), null)
            .startMillis(http.context.get("timeEpoch").integer(-1))
            .synchronous(true);
    Tags tags = span.tags();
    tags.put("operation_name", "aws.lambda.url");
    tags.put("http.url", http.stage.url(path));
    tags.put("endpoint", path);
    tags.put("http.method", method);
    span.addTo(spans);
  }
}
