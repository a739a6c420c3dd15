package io.sleddog.lambda;

import io.sleddog.lambda.line.LineSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the lines that were written. */
final class RecordingSink implements LineSink {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Runnable afterTrace;

  RecordingSink() {
    this(() -> {});
  }

  /** Calls {@code afterTrace} behind each trace line. */
  RecordingSink(Runnable afterTrace) {
    this.afterTrace = afterTrace;
  }

  @Override
  public void write(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    lines.add(text);
    if (text.startsWith("{\"traces\"")) {
      afterTrace.run();
    }
  }

  List<String> lines() {
    return lines;
  }
}
