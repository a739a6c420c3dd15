package io.sleddog.lambda;

import io.sleddog.lambda.aws.ClientSpan;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The calls of the AWS SDK for Java 2 as client spans, with the trace passed on in messages, events
 * and requests. Made by the SDK, once for each client, and by nobody else.
 *
 * <p>No class outside of it and its package {@code aws} may refer to the SDK, so that they are
 * loaded only where the SDK is. Whatever goes wrong in here costs the span or the passing on, never
 * the call.
 */
public final class SdkInterceptor implements ExecutionInterceptor {
  /** Two class loaders may both have this class; the SDK refuses a name that is used twice. */
  private static final ExecutionAttribute<ClientSpan> CALL =
      new ExecutionAttribute<>(
          "io.sleddog.call." + System.identityHashCode(SdkInterceptor.class.getClassLoader()));

  /** Made by the SDK. */
  public SdkInterceptor() {}

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Scope scope = Scope.current();
    if (scope == null) {
      return;
    }
    try {
      ClientSpan span =
          ClientSpan.begin(
              name(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
              name(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
              scope.span(),
              scope.instrumentation().propagator());
      attributes.putAttribute(CALL, span);
      span.describe(context.request());
    } catch (Exception | LinkageError ours) {
      warn("a call of the AWS SDK has no span", ours);
    }
  }

  private static String name(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    return changed(request, attributes, span -> span.carrying(request));
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    return changed(request, attributes, span -> span.carrying(request));
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    onSpan(attributes, span -> span.sending(context.httpRequest()));
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    onSpan(attributes, span -> span.received(context.httpResponse()));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    onSpan(attributes, ClientSpan::end);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    onSpan(attributes, span -> span.fail(context.exception()));
  }

  private static <T> T changed(
      T request, ExecutionAttributes attributes, Function<ClientSpan, T> change) {
    ClientSpan span = attributes.getAttribute(CALL);
    try {
      return span == null ? request : change.apply(span);
    } catch (Exception | LinkageError ours) {
      warn("a request to AWS does not carry the trace", ours);
      return request;
    }
  }

  private static void onSpan(ExecutionAttributes attributes, Consumer<ClientSpan> work) {
    ClientSpan span = attributes.getAttribute(CALL);
    try {
      if (span != null) {
        work.accept(span);
      }
    } catch (Exception | LinkageError ours) {
      warn("a span of the AWS SDK is not complete", ours);
    }
  }

  /** Asynchronous clients call from threads of their own, which are in no invocation. */
  private static void warn(String message, Throwable ours) {
    Scope scope = Scope.current();
    Instrumentation here = scope == null ? Telemetry.process() : scope.instrumentation();
    here.warnings().say(message, ours);
  }
}
