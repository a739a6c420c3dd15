package io.sleddog.lambda;

import io.sleddog.lambda.line.LineSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the lines that were written. */
final class RecordingSink implements LineSink {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void write(byte[] line) {
    lines.add(new String(line, StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return lines;
  }
}
