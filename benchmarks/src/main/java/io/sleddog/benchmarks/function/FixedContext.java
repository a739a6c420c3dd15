package io.sleddog.benchmarks.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same answers to every question, of a function that has time. */
public final class FixedContext implements Context {
  private final String function;
  private final int remainingMillis;
  private final int memoryMb;
  private final Supplier<LambdaLogger> logger;

  // Made once, so that no measurement counts them.
  private final String logGroup;
  private final String arn;

  private FixedContext(
      String function, int remainingMillis, int memoryMb, Supplier<LambdaLogger> logger) {
    this.function = function;
    this.remainingMillis = remainingMillis;
    this.memoryMb = memoryMb;
    this.logger = logger;
    this.logGroup = "/aws/lambda/" + function;
    this.arn = "arn:aws:lambda:eu-west-1:123456789012:function:" + function;
  }

  /** Of a function {@code orders}, which logs by the runtime's logger of the moment. */
  public static FixedContext ofOrders() {
    return new FixedContext("orders", 30_000, 512, LambdaRuntime::getLogger);
  }

  /** Of a forwarder, of which nothing is kept that is logged. */
  public static FixedContext ofForwarder() {
    CountingLogger forgetful = new CountingLogger();
    return new FixedContext("forwarder", 300_000, 1024, () -> forgetful);
  }

  @Override
  public String getAwsRequestId() {
    return "7c4f1f0e-5b0a-4d3c-9a86-2f1d3c5b7a90";
  }

  @Override
  public String getLogGroupName() {
    return logGroup;
  }

  @Override
  public String getLogStreamName() {
    return "2026/11/21/[$LATEST]0123456789abcdef0123456789abcdef";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return arn;
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
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryMb;
  }

  @Override
  public LambdaLogger getLogger() {
    return logger.get();
  }
}
