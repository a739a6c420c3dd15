package io.sleddog.lambda.line;

/** Takes lines and forgets them. */
public final class NoSink implements LineSink {
  @Override
  public void write(byte[] line) {}
}
