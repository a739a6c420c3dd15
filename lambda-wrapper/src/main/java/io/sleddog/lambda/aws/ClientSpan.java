package io.sleddog.lambda.aws;

import io.sleddog.lambda.context.Propagator;
import io.sleddog.lambda.span.ActiveSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One call of the SDK: its span, and the trace context that goes with it. */
public final class ClientSpan {
  private static final String COMPONENT = "java-aws-sdk";

  private static final String[] FIELD_TAGS = {
    "Bucket", "aws.bucket.name",
    "QueueUrl", "aws.queue.url",
    "QueueName", "aws.queue.name",
    "TopicArn", "aws.topic.arn",
    "StreamName", "aws.stream.name",
    "TableName", "aws.table.name",
    "FunctionName", "aws.function.name",
  };

  private final String service;
  private final String operation;
  private final ActiveSpan span;
  private final Propagator propagator;
  private int attempts;

  private ClientSpan(String service, String operation, ActiveSpan span, Propagator propagator) {
    this.service = service;
    this.operation = operation;
    this.span = span;
    this.propagator = propagator;
  }

  /** Begins the span of a call below {@code parent}; names as the SDK has them, {@code Sqs}. */
  public static ClientSpan begin(
      String service, String operation, ActiveSpan parent, Propagator propagator) {
    String name = service.equals("Sqs") ? "sqs" : COMPONENT;
    ActiveSpan span = parent.trace().start("aws.http", name, parent);
    span.type("http");
    span.resource(service + "." + operation);
    span.tag("span.kind", "client");
    span.tag("component", COMPONENT);
    span.tag("aws.agent", COMPONENT);
    span.tag("aws.service", service);
    span.tag("aws_service", service);
    span.tag("aws.operation", operation);
    span.tag("_dd.measured", 1);
    return new ClientSpan(service, operation, span, propagator);
  }

  /** Says what the call is about: a queue, a table. */
  public void describe(SdkRequest request) {
    for (int i = 0; i < FIELD_TAGS.length; i += 2) {
      Object value = request.getValueForField(FIELD_TAGS[i], Object.class).orElse(null);
      span.tag(FIELD_TAGS[i + 1], value instanceof String ? value : null);
    }
  }

  /** The request with the trace in it, where its operation has a place for it. */
  public SdkRequest carrying(SdkRequest request) {
    SentContext context = new SentContext(service + "." + operation, request, headers());
    return context.request(span.startNanos());
  }

  /** The request with the trace's headers, unless it could be presigned. */
  public SdkHttpRequest carrying(SdkHttpRequest request) {
    if (canBePresigned()) {
      return request;
    }
    SdkHttpRequest.Builder builder = request.toBuilder();
    for (Map.Entry<String, String> header : headers().entrySet()) {
      if (request.firstMatchingHeader(header.getKey()).isEmpty()) {
        builder.putHeader(header.getKey(), header.getValue());
      }
    }
    return builder.build();
  }

  /** Whoever is given a presigned URL would have to send every header that was signed with it. */
  private boolean canBePresigned() {
    return service.equals("S3") || service.equals("Polly");
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    propagator.inject(span.trace().context(), span.spanId(), headers);
    return headers;
  }

  /** An attempt is about to be sent. The SDK makes one after the other. */
  public void sending(SdkHttpRequest request) {
    span.tag("retry_attempts", attempts++);
    span.tag("http.method", request.method().name());
    span.tag("http.url", request.protocol() + "://" + request.host() + request.encodedPath());
    span.tag("peer.hostname", request.host());
  }

  /** An attempt was answered. */
  public void received(SdkHttpResponse response) {
    span.tag("http.status_code", Integer.toString(response.statusCode()));
    String id = response.firstMatchingHeader("x-amzn-RequestId").orElse(null);
    span.tag(
        "aws.requestId",
        id == null ? response.firstMatchingHeader("x-amz-request-id").orElse(null) : id);
  }

  /** The call is over and has failed. */
  public void fail(Throwable cause) {
    span.fail(cause);
    span.end();
  }

  /** The call is over. */
  public void end() {
    span.end();
  }
}
