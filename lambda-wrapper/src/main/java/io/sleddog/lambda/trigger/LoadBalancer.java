package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request through an application load balancer, with single or multiple values a header. */
final class LoadBalancer implements Trigger {
  private final Json event;
  private final Carrier headers;
  private final Json targetGroup;

  LoadBalancer(Json event) {
    this.event = event;
    this.headers = Carrier.ofHttp(event);
    this.targetGroup = event.get("requestContext").get("elb").get("targetGroupArn");
  }

  @Override
  public String source() {
    return "application-load-balancer";
  }

  @Override
  public Json sourceArn(FunctionArn function) {
    return targetGroup;
  }

  @Override
  public void tag(Tags tags) {
    tagRequest(tags);
    tags.put("http.route", event.get("path"));
    tags.put("http.referer", headers.find("referer"));
  }

  private void tagRequest(Tags tags) {
    tags.put("http.method", event.get("httpMethod"));
    tags.put("http.url", url());
    tags.put("http.useragent", headers.find("user-agent"));
  }

  private @Nullable String url() {
    String host = headers.get("host");
    String path = event.get("path").text();
    String protocol = headers.get("x-forwarded-proto");
    return host == null || path == null
        ? null
        : (protocol == null ? "http" : protocol) + "://" + host + path;
  }

  @Override
  public boolean isHttp() {
    return true;
  }

  @Override
  public Carrier carrier() {
    return headers;
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    String host = headers.get("host");
    String method = event.get("httpMethod").text();
    InferredSpan span =
        new InferredSpan("aws.alb")
            .type("http")
            .resource(HttpEvent.resource(method, event.get("path").text()))
            .service(host, "lambda_alb,lambda_application_load_balancer", host, null)
            .synchronous(true);
    Tags tags = span.tags();
    tags.put("operation_name", "aws.alb");
    tags.put("span.kind", "server");
    tagRequest(tags);
    tags.put("endpoint", event.get("path"));
    tags.put("target_group_arn", targetGroup);
    spans.add(span);
  }
}
