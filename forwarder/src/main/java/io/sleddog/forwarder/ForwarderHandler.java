package io.sleddog.forwarder;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The function's handler, {@code io.sleddog.forwarder.ForwarderHandler::handleRequest}.
 *
 * <p>Takes any event and forwards what is in it. The answer is {@code null}, but for events of SQS
 * and Kinesis, where it lists the records that are to come again. Any other invocation in which
 * something could not be delivered fails, so that AWS tries it again.
 */
public final class ForwarderHandler implements RequestStreamHandler {
  private static final long RESERVE_MILLIS = 500;
  private static final String SNAP_START = "snap-start";

  static {
    EarlyClasses.load();
  }

  private final Pipeline pipeline;
  private final boolean verbose;
  private final Queue<String> warnings;
  private final @Nullable Object restoreHook;

  /**
   * Made once for each JVM by the runtime.
   *
   * @throws io.sleddog.forwarder.config.ConfigException if the environment cannot be used
   */
  public ForwarderHandler() {
    this(
        ForwarderConfig.from(System.getenv()),
        System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
        Pause.REAL,
        SNAP_START.equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE")));
  }

  /**
   * For a program that calls it in its own process instead of the runtime.
   *
   * @param functionName its own name
   * @param pause how to wait before a request is sent again
   */
  public ForwarderHandler(ForwarderConfig config, String functionName, Pause pause) {
    this(config, functionName, pause, false);
  }

  /** A handler of whose sandbox, perhaps, a snapshot will be taken. */
  ForwarderHandler(ForwarderConfig config, String functionName, Pause pause, boolean withSnapshot) {
    this.pipeline = Wiring.pipeline(config, functionName, pause);
    this.verbose = config.verbose();
    this.warnings = new ConcurrentLinkedQueue<>(config.warnings());
    this.restoreHook =
        withSnapshot ? RestoreHook.register(new Rehearsal(config, functionName), pipeline) : null;
  }

  /** Whether something is done around snapshots. */
  boolean hasRestoreHook() {
    return restoreHook != null;
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
    Deadline deadline = Deadline.in(context.getRemainingTimeInMillis() - RESERVE_MILLIS);
    Result result = pipeline.run(event.readAllBytes(), invocation, deadline);
    String warning = warnings.poll();
    while (warning != null) {
      log("forwarder warning: " + warning, context);
      warning = warnings.poll();
    }
    log(result.line(invocation.requestId(), verbose), context);
    answer.write(result.answer().getBytes(StandardCharsets.UTF_8));
  }

  private static void log(String line, Context context) {
    if (!line.isEmpty()) {
      context.getLogger().log((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
