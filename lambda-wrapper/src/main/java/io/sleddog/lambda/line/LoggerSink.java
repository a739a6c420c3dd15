package io.sleddog.lambda.line;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;

/**
 * The runtime's own logger. Its {@code log(byte[])} makes one log event of one call and formats
 * nothing, whichever log format the function has.
 */
public final class LoggerSink implements LineSink {
  @Override
  public void write(byte[] line) {
    LambdaRuntime.getLogger().log(line);
  }
}
