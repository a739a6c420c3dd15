package io.sleddog.local.inprocess;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.LogStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a handler is told of its invocation, as the runtime would tell it. */
final class InProcessContext implements Context, LambdaLogger {
  private final FunctionSpec function;
  private final LogStream stream;
  private final String requestId;
  private final Consumer<String> lines;
  private final long deadlineNanos;

  InProcessContext(
      FunctionSpec function, LogStream stream, String requestId, Consumer<String> lines) {
    this.function = function;
    this.stream = stream;
    this.requestId = requestId;
    this.lines = lines;
    this.deadlineNanos = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public void log(String message) {
    lines.accept(String.valueOf(message));
  }

  @Override
  public void log(byte[] message) {
    lines.accept(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return stream.group();
  }

  @Override
  public String getLogStreamName() {
    return stream.name();
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return function.arn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMb();
  }
}
