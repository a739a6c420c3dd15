package io.sleddog.forwarder.route;

import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.WordSearch;
import java.util.List;

/** A quick look for words that only Lambda itself, or a dying process, writes. */
final class PlatformWords {
  private static final WordSearch WORDS = new WordSearch("REPORT", "timed", "emory");
  private static final String TIMEOUT_START = "Task";
  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "fatal error: runtime: out of memory",
          "java.lang.OutOfMemoryError",
          "JavaScript heap out of memory",
          "MemoryError",
          "failed to allocate memory (NoMemoryError)");

  private PlatformWords() {}

  /** Whether a message may be one of Lambda's own, or the last of a process. */
  static boolean areIn(LogRecord record) {
    Slice message = record.message();
    return message != null && (record.clues().report() || WORDS.isIn(message));
  }

  /** Whether a message says {@code Task timed out after 3.00 seconds}, any space between. */
  static boolean isTimeout(String message) {
    for (int at = 0; (at = message.indexOf(TIMEOUT_START, at)) >= 0; at++) {
      ReportScanner scanner = new ReportScanner(message, at);
      boolean begins = scanner.word(TIMEOUT_START) && scanner.word("timed") && scanner.word("out");
      if (begins && scanner.number("after", "seconds") >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean isOutOfMemory(String message) {
    for (String sign : OUT_OF_MEMORY) {
      if (message.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
