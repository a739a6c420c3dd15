package io.sleddog.lambda.span;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The clock of this machine. */
public final class SystemClock implements Clock {
  /** Linux counts the start of a process in hundredths of a second. */
  private static final long MILLIS_PER_TICK = 10;

  /** What stands before the start in {@code /proc/self/stat}, counted from the process's state. */
  private static final int FIELDS_BEFORE_START = 19;

  private static final long OLDEST_MILLIS = 900_000;

  @Override
  public long epochMillis() {
    return System.currentTimeMillis();
  }

  /**
   * As Linux tells it in two small files: the management interface and {@link ProcessHandle} cost a
   * cold start more than reading them.
   */
  @Override
  public long processStartMillis() {
    long now = epochMillis();
    try {
      // In hundredths of a second: reading a fraction as such loads ten classes.
      String up = field(read("/proc/uptime"), 0, 0).replace(".", "");
      String stat = read("/proc/self/stat");
      String ticks = field(stat, stat.lastIndexOf(')') + 2, FIELDS_BEFORE_START);
      long age = (Long.parseLong(up) - Long.parseLong(ticks)) * MILLIS_PER_TICK;
      return age >= 0 && age <= OLDEST_MILLIS ? now - age : now;
    } catch (IOException | RuntimeException otherSystem) {
      return now;
    }
  }

  private static String read(String file) throws IOException {
    byte[] bytes = new byte[1024];
    try (InputStream in = new FileInputStream(file)) {
      int length = Math.max(0, in.read(bytes));
      StringBuilder text = new StringBuilder(length);
      for (int i = 0; i < length; i++) {
        text.append((char) bytes[i]);
      }
      return text.toString();
    }
  }

  /** The field after so many blanks. */
  private static String field(String text, int from, int blanks) {
    int start = from;
    for (int i = 0; i < blanks; i++) {
      start = text.indexOf(' ', start) + 1;
    }
    return text.substring(start, text.indexOf(' ', start));
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
