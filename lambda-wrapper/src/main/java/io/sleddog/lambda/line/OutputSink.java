package io.sleddog.lambda.line;

import java.io.PrintStream;

/**
 * The output of a process that is no function, where nobody but the user's own log reader takes
 * lines: one write each, under the stream's own lock, so that other lines stay whole too.
 */
public final class OutputSink implements LineSink {
  @Override
  public void write(byte[] line) {
    PrintStream out = System.out;
    out.write(line, 0, line.length);
    out.flush();
  }
}
