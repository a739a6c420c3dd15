package io.sleddog.local.runtime;

import java.time.Duration;

/** The two readers of a function's output, and the means to know that nothing is left in a pipe. */
final class OutputPipes {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FunctionProcess process;
  private final LineReader lines;
  private final FrameReader frames;
  private long mark;

  OutputPipes(FunctionProcess process, Records records) {
    this.process = process;
    this.lines = new LineReader(process.lines(), records);
    this.frames = new FrameReader(process.frames(), records);
    start(lines, "function-lines");
    start(frames, "function-frames");
  }

  private static void start(Runnable reader, String name) {
    Thread thread = new Thread(reader, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until all that the function has written up to now was read. A pipe that a child of an
   * ended function still holds open is given up after some seconds.
   */
  void settle() throws InterruptedException {
    mark++;
    if (!process.mark(LineReader.mark(mark), FrameReader.mark(mark))) {
      mark = Long.MAX_VALUE;
    }
    lines.marks().await(mark, PATIENCE);
    frames.marks().await(mark, PATIENCE);
  }
}
