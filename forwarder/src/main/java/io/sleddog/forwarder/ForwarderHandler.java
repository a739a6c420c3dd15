package io.sleddog.forwarder;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The function's handler, {@code io.sleddog.forwarder.ForwarderHandler::handleRequest}.
 *
 * <p>Takes any event, forwards what is in it, and answers {@code null}. An invocation in which
 * something could not be delivered fails, so that AWS tries it again.
 */
public final class ForwarderHandler implements RequestStreamHandler {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final long RESERVE_MILLIS = 500;

  private final Pipeline pipeline;

  /**
   * Made once for each JVM by the runtime.
   *
   * @throws io.sleddog.forwarder.config.ConfigException if the environment cannot be used
   */
  public ForwarderHandler() {
    this(
        Wiring.pipeline(
            ForwarderConfig.from(System.getenv()),
            System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "")));
  }

  ForwarderHandler(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Invocation invocation =
        new Invocation(
            context.getInvokedFunctionArn(),
            context.getFunctionName(),
            context.getFunctionVersion(),
            context.getAwsRequestId(),
            context.getMemoryLimitInMB());
    Deadline deadline =
        Deadline.in(context.getRemainingTimeInMillis() - RESERVE_MILLIS, System::nanoTime);
    String summary = pipeline.run(event.readAllBytes(), invocation, deadline);
    if (!summary.isEmpty()) {
      context.getLogger().log((summary + "\n").getBytes(StandardCharsets.UTF_8));
    }
    answer.write(NULL);
  }
}
