package io.sleddog.local.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Takes what a function writes and hands it on as records of a size that CloudWatch Logs would
 * store. A longer one is cut, as there, but never inside a character.
 */
final class Records {
  /** CloudWatch Logs counts 26 bytes of its own into the megabyte that an event may have. */
  static final int MAX_BYTES = 1_048_576 - 26;

  private final EnvironmentListener listener;
  private final Clock clock;

  Records(EnvironmentListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  void now(byte[] bytes, int length) {
    at(clock.millis(), bytes, length);
  }

  void at(long millis, byte[] bytes, int length) {
    int from = 0;
    while (from < length) {
      int to = end(bytes, from, length);
      listener.output(millis, new String(bytes, from, to - from, StandardCharsets.UTF_8));
      from = to;
    }
  }

  private static int end(byte[] bytes, int from, int length) {
    if (length - from <= MAX_BYTES) {
      return length;
    }
    int to = from + MAX_BYTES;
    while (to > from + 1 && (bytes[to] & 0xC0) == 0x80) {
      to--;
    }
    return to;
  }
}
