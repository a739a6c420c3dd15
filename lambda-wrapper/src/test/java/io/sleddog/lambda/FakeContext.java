package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The context of one invocation of the function {@code orders}. */
final class FakeContext implements Context {
  private String requestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";
  private @Nullable String arn = "arn:aws:lambda:eu-west-1:123456789012:function:Orders";
  private int memory = 512;
  private @Nullable String xray;
  private @Nullable String answer;
  private @Nullable Map<String, String> custom;
  private int remainingMillis = 30_000;
  private final List<Map<String, String>> seen = new ArrayList<>();
  private final CountDownLatch traceWritten = new CountDownLatch(1);

  FakeContext requestId(String value) {
    requestId = value;
    return this;
  }

  FakeContext arn(@Nullable String value) {
    arn = value;
    return this;
  }

  FakeContext memory(int megabytes) {
    memory = megabytes;
    return this;
  }

  FakeContext xray(@Nullable String header) {
    xray = header;
    return this;
  }

  FakeContext custom(@Nullable Map<String, String> value) {
    custom = value;
    return this;
  }

  FakeContext answer(@Nullable String value) {
    answer = value;
    return this;
  }

  FakeContext remainingMillis(int value) {
    remainingMillis = value;
    return this;
  }

  /** What a function wants to tell its test. */
  List<Map<String, String>> seen() {
    return seen;
  }

  /** Lets {@link #awaitTrace} go on. */
  void traceWritten() {
    traceWritten.countDown();
  }

  /** Waits until the trace of the invocation was written. */
  boolean awaitTrace(long time, TimeUnit unit) {
    try {
      return traceWritten.await(time, unit);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What {@link EventCase.Answers} is to answer. */
  @Nullable String answer() {
    return answer;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/orders";
  }

  @Override
  public String getLogStreamName() {
    return "2026/01/01/[$LATEST]0";
  }

  @Override
  public String getFunctionName() {
    return "orders";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public @Nullable String getInvokedFunctionArn() {
    return arn;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return custom == null ? null : new Custom(custom);
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    return memory;
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return xray;
  }

  private static final class Custom implements ClientContext {
    private final Map<String, String> custom;

    Custom(Map<String, String> custom) {
      this.custom = custom;
    }

    @Override
    public @Nullable Client getClient() {
      return null;
    }

    @Override
    public Map<String, String> getCustom() {
      return custom;
    }

    @Override
    public @Nullable Map<String, String> getEnvironment() {
      return null;
    }
  }
}
