package io.sleddog.benchmarks.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

/** Takes what is logged, counts lines and bytes, and forgets it. For one thread. */
public final class CountingLogger implements LambdaLogger {
  private long lines;
  private long bytes;

  /** A logger that this process logs to from now on, as the runtime installs its own. */
  public static CountingLogger install() {
    CountingLogger logger = new CountingLogger();
    try {
      Field field = LambdaRuntime.class.getDeclaredField("logger");
      field.setAccessible(true);
      field.set(null, logger);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the runtime keeps its logger elsewhere", e);
    }
    return logger;
  }

  @Override
  public void log(String message) {
    log(message.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void log(byte[] message) {
    lines++;
    bytes += message.length;
  }

  /** How many lines there were so far. */
  public long lines() {
    return lines;
  }

  /** How many bytes they had, their newlines included. */
  public long bytes() {
    return bytes;
  }
}
