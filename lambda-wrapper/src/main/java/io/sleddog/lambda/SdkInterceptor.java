package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sleddog.lambda.json.Splice;
import io.sleddog.lambda.span.ActiveSpan;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The calls of the AWS SDK for Java 2 as client spans, with the trace passed on in messages, events
 * and requests. Made by the SDK, once for each client, and by nobody else.
 *
 * <p>The one class that knows the SDK: no other may refer to it, so that it is loaded only where
 * the SDK is. Requests are read and changed by the names of their fields, so that it does with the
 * SDK's core, whichever services the function has. Whatever goes wrong in here costs the span or
 * the passing on, never the call.
 */
public final class SdkInterceptor implements ExecutionInterceptor {
  private static final String CARRIER = "_datadog";
  private static final int MOST_ATTRIBUTES = 10;

  /** Lambda takes no longer client context, counted in Base64. */
  private static final int MOST_CLIENT_CONTEXT = 3583;

  /** Below the 256 KB of a message, a batch or an event, for what is not counted here. */
  private static final int MOST_BYTES = 240_000;

  /** What an entry gets more besides the headers. */
  private static final int OVERHEAD = 400;

  /** Below the 1 MB of a record. */
  private static final int MOST_RECORD_BYTES = 900_000;

  /** Two class loaders may both have this class; the SDK refuses a name that is used twice. */
  private static final ExecutionAttribute<Scope> CALL =
      new ExecutionAttribute<>(
          "io.sleddog.call." + System.identityHashCode(SdkInterceptor.class.getClassLoader()));

  private static final ExecutionAttribute<ActiveSpan> SPAN =
      new ExecutionAttribute<>(
          "io.sleddog.span." + System.identityHashCode(SdkInterceptor.class.getClassLoader()));

  private static final ExecutionAttribute<Integer> RETRIES =
      new ExecutionAttribute<>(
          "io.sleddog.retries." + System.identityHashCode(SdkInterceptor.class.getClassLoader()));

  private static final String[] FIELD_TAGS = {
    "Bucket", "aws.bucket.name",
    "QueueUrl", "aws.queue.url",
    "QueueName", "aws.queue.name",
    "TopicArn", "aws.topic.arn",
    "StreamName", "aws.stream.name",
    "TableName", "aws.table.name",
    "FunctionName", "aws.function.name",
  };

  /** Made by the SDK. */
  public SdkInterceptor() {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Scope scope = Scope.current();
    if (scope == null) {
      return;
    }
    try {
      ActiveSpan parent = scope.span();
      String service = service(attributes);
      String name = service.equals("Sqs") ? "sqs" : "java-aws-sdk";
      ActiveSpan span = parent.trace().start("aws.http", name, parent);
      describe(span, service, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
      for (int i = 0; i < FIELD_TAGS.length; i += 2) {
        Object value = context.request().getValueForField(FIELD_TAGS[i], Object.class).orElse(null);
        span.tag(FIELD_TAGS[i + 1], value instanceof String ? value : null);
      }
      attributes.putAttribute(CALL, scope);
      attributes.putAttribute(SPAN, span);
    } catch (Exception | LinkageError ours) {
      scope.instrumentation().warnings().say("a call of the AWS SDK has no span", ours);
    }
  }

  private static void describe(ActiveSpan span, String service, String operation) {
    span.type("http");
    span.resource(service + "." + operation);
    span.tag("span.kind", "client");
    span.tag("component", "java-aws-sdk");
    span.tag("aws.agent", "java-aws-sdk");
    span.tag("aws.service", service);
    span.tag("aws_service", service);
    span.tag("aws.operation", operation);
    span.tag("_dd.measured", 1);
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    Scope scope = attributes.getAttribute(CALL);
    if (scope == null) {
      return context.request();
    }
    try {
      return withContext(context.request(), attributes, headers(scope, attributes));
    } catch (Exception | LinkageError ours) {
      scope.instrumentation().warnings().say("a request to AWS does not carry the trace", ours);
      return context.request();
    }
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Scope scope = attributes.getAttribute(CALL);
    SdkHttpRequest request = context.httpRequest();
    if (scope == null || canBePresigned(service(attributes))) {
      return request;
    }
    try {
      SdkHttpRequest.Builder builder = request.toBuilder();
      for (Map.Entry<String, String> header : headers(scope, attributes).entrySet()) {
        if (request.firstMatchingHeader(header.getKey()).isEmpty()) {
          builder.putHeader(header.getKey(), header.getValue());
        }
      }
      return builder.build();
    } catch (Exception | LinkageError ours) {
      scope.instrumentation().warnings().say("a request to AWS lacks the trace's headers", ours);
      return request;
    }
  }

  /** Whoever is given a presigned URL would have to send every header that was signed with it. */
  private static boolean canBePresigned(String service) {
    return service.equals("S3") || service.equals("Polly");
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    onSpan(
        attributes,
        span -> {
          Integer before = attributes.getAttribute(RETRIES);
          int retries = before == null ? 0 : before + 1;
          attributes.putAttribute(RETRIES, retries);
          span.tag("retry_attempts", retries);
          SdkHttpRequest request = context.httpRequest();
          span.tag("http.method", request.method().name());
          span.tag("http.url", request.protocol() + "://" + request.host() + request.encodedPath());
          span.tag("peer.hostname", request.host());
        });
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    onSpan(attributes, span -> tagResponse(span, context.httpResponse()));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    onSpan(attributes, ActiveSpan::end);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    onSpan(
        attributes,
        span -> {
          span.fail(context.exception());
          span.end();
        });
  }

  private static void onSpan(ExecutionAttributes attributes, Consumer<ActiveSpan> work) {
    Scope scope = attributes.getAttribute(CALL);
    ActiveSpan span = attributes.getAttribute(SPAN);
    if (scope == null || span == null) {
      return;
    }
    try {
      work.accept(span);
    } catch (Exception | LinkageError ours) {
      scope.instrumentation().warnings().say("a span of the AWS SDK is not complete", ours);
    }
  }

  private static void tagResponse(ActiveSpan span, SdkHttpResponse response) {
    span.tag("http.status_code", Integer.toString(response.statusCode()));
    String id = response.firstMatchingHeader("x-amzn-RequestId").orElse(null);
    span.tag(
        "aws.requestId",
        id == null ? response.firstMatchingHeader("x-amz-request-id").orElse(null) : id);
  }

  private static Map<String, String> headers(Scope scope, ExecutionAttributes attributes) {
    Map<String, String> headers = new LinkedHashMap<>();
    ActiveSpan span = attributes.getAttribute(SPAN);
    scope.instrumentation().propagator().inject(span.trace().context(), span.spanId(), headers);
    return headers;
  }

  /** The request with the trace in it, where its operation has a place for it. */
  private static SdkRequest withContext(
      SdkRequest request, ExecutionAttributes attributes, Map<String, String> headers) {
    String call =
        service(attributes) + "." + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    switch (call) {
      case "Sqs.SendMessage":
      case "Sns.Publish":
      case "Kinesis.PutRecord":
        return fits(call, request, headers)
            ? (SdkRequest) carrying(call, request, headers)
            : request;
      case "EventBridge.PutEvents":
        long startNanos = attributes.getAttribute(SPAN).startNanos();
        headers.put("x-datadog-start-time", Long.toString(startNanos / 1_000_000));
        return withAll(call, "Entries", request, headers);
      case "Sqs.SendMessageBatch":
        return withAll(call, "Entries", request, headers);
      case "Sns.PublishBatch":
        return withAll(call, "PublishBatchRequestEntries", request, headers);
      case "Kinesis.PutRecords":
        return withAll(call, "Records", request, headers);
      case "Lambda.Invoke":
        return (SdkRequest) withClientContext(request, headers);
      default:
        return request;
    }
  }

  private static SdkRequest withAll(
      String call, String list, SdkRequest request, Map<String, String> headers) {
    Object entries = value(request, list);
    if (!(entries instanceof List) || !fits(call, request, headers)) {
      return request;
    }
    List<SdkPojo> carrying = new ArrayList<>();
    for (Object entry : (List<?>) entries) {
      carrying.add(carrying(call, (SdkPojo) entry, headers));
    }
    return (SdkRequest) with(request, list, carrying);
  }

  /** Whether AWS takes the request also with the trace in each of its entries. */
  private static boolean fits(String call, SdkRequest request, Map<String, String> headers) {
    int most = call.startsWith("Kinesis.") ? MOST_RECORD_BYTES : MOST_BYTES;
    return bytes(request, Splice.object(headers).length + OVERHEAD) <= most;
  }

  /** The bytes of the texts and blobs in a value, and {@code each} more for every object. */
  private static long bytes(Object value, int each) {
    long bytes = 0;
    if (value instanceof String) {
      bytes = ((String) value).getBytes(UTF_8).length;
    } else if (value instanceof SdkBytes) {
      bytes = ((SdkBytes) value).asByteArrayUnsafe().length;
    } else if (value instanceof List) {
      for (Object item : (List<?>) value) {
        bytes += bytes(item, each);
      }
    } else if (value instanceof Map) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        bytes += bytes(entry.getKey(), 0) + bytes(entry.getValue(), 0);
      }
    } else if (value instanceof SdkPojo) {
      bytes = each;
      for (SdkField<?> field : ((SdkPojo) value).sdkFields()) {
        bytes += bytes(field.getValueOrDefault(value), each);
      }
    }
    return bytes;
  }

  private static SdkPojo carrying(String call, SdkPojo entry, Map<String, String> headers) {
    if (call.startsWith("EventBridge.")) {
      return withDetail(entry, headers);
    }
    return call.startsWith("Kinesis.")
        ? withRecord(entry, headers)
        : withAttribute(entry, call.startsWith("Sns."), Splice.object(headers));
  }

  /** Binary for SNS: the filter policies of subscriptions pass over attributes of that type. */
  private static SdkPojo withAttribute(SdkPojo message, boolean binary, byte[] json) {
    SdkField<?> field = field(message, "MessageAttributes");
    Map<?, ?> present = (Map<?, ?>) field.getValueOrDefault(message);
    if (present != null && (present.size() >= MOST_ATTRIBUTES || present.containsKey(CARRIER))) {
      return message;
    }
    Map<Object, Object> attributes = new LinkedHashMap<>(present == null ? Map.of() : present);
    SdkPojo attribute =
        (SdkPojo) field.getTrait(MapTrait.class).valueFieldInfo().constructor().get();
    set(attribute, "DataType", binary ? "Binary" : "String");
    if (binary) {
      set(attribute, "BinaryValue", SdkBytes.fromByteArray(json));
    } else {
      set(attribute, "StringValue", new String(json, UTF_8));
    }
    attributes.put(CARRIER, ((SdkBuilder<?, ?>) attribute).build());
    return with(message, "MessageAttributes", attributes);
  }

  private static SdkPojo withDetail(SdkPojo event, Map<String, String> headers) {
    Object detail = value(event, "Detail");
    if (!(detail instanceof String)) {
      return event;
    }
    Map<String, String> told = new LinkedHashMap<>(headers);
    Object bus = value(event, "EventBusName");
    told.put("x-datadog-resource-name", bus instanceof String ? (String) bus : "default");
    byte[] carrying = Splice.add(((String) detail).getBytes(UTF_8), CARRIER, Splice.object(told));
    return carrying == null ? event : with(event, "Detail", new String(carrying, UTF_8));
  }

  private static SdkPojo withRecord(SdkPojo record, Map<String, String> headers) {
    Object data = value(record, "Data");
    byte[] carrying =
        data instanceof SdkBytes
            ? Splice.add(((SdkBytes) data).asByteArray(), CARRIER, Splice.object(headers))
            : null;
    return carrying == null ? record : with(record, "Data", SdkBytes.fromByteArray(carrying));
  }

  /** Each header by itself: the runtime reads the custom part as a map of strings. */
  private static SdkPojo withClientContext(SdkPojo request, Map<String, String> headers) {
    Object present = value(request, "ClientContext");
    byte[] json =
        present instanceof String
            ? Base64.getDecoder().decode((String) present)
            : "{}".getBytes(ISO_8859_1);
    byte[] carrying = Splice.addInside(json, "custom", headers);
    if (carrying == null) {
      return request;
    }
    String encoded = Base64.getEncoder().encodeToString(carrying);
    return encoded.length() > MOST_CLIENT_CONTEXT
        ? request
        : with(request, "ClientContext", encoded);
  }

  private static SdkPojo with(SdkPojo original, String field, Object value) {
    SdkBuilder<?, ?> builder = ((ToCopyableBuilder<?, ?>) original).toBuilder();
    set((SdkPojo) builder, field, value);
    return (SdkPojo) builder.build();
  }

  private static void set(SdkPojo builder, String field, Object value) {
    field(builder, field).set(builder, value);
  }

  private static @Nullable Object value(SdkPojo object, String field) {
    return field(object, field).getValueOrDefault(object);
  }

  private static SdkField<?> field(SdkPojo object, String name) {
    for (SdkField<?> field : object.sdkFields()) {
      if (name.equals(field.memberName())) {
        return field;
      }
    }
    throw new IllegalStateException("this SDK's request has no field " + name);
  }

  private static String service(ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    return service == null ? "" : service;
  }
}
