package io.sleddog.lambda;

import io.sleddog.lambda.line.LineSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the lines that were written. */
final class RecordingSink implements LineSink {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Runnable afterTrace;
  private final AtomicBoolean broken = new AtomicBoolean();

  RecordingSink() {
    this(() -> {});
  }

  /** Calls {@code afterTrace} behind each trace line. */
  RecordingSink(Runnable afterTrace) {
    this.afterTrace = afterTrace;
  }

  /** Fails at traces from now on, with an error as the virtual machine has them. */
  void fail() {
    broken.set(true);
  }

  @Override
  public void write(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    if (broken.get() && text.startsWith("{\"traces\"")) {
      throw new StackOverflowError("no line");
    }
    lines.add(text);
    if (text.startsWith("{\"traces\"")) {
      afterTrace.run();
    }
  }

  List<String> lines() {
    return lines;
  }
}
