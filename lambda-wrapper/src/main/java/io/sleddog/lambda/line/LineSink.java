package io.sleddog.lambda.line;

/** Where finished lines go. */
public interface LineSink {
  /** Takes one line with its newline, as UTF-8. The array is the sink's from now on. */
  void write(byte[] line);
}
