package io.sleddog.forwarder.route;

import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.util.List;

/** A quick look for words that only Lambda itself, or a dying process, writes. */
enum PlatformWords {
  /** None of them. */
  NONE,
  /** A report on an invocation. */
  REPORT,
  /** An invocation that took too long. */
  TIMEOUT,
  /** A process that had too little memory. */
  MEMORY;

  private static final WordSearch REPORT_WORD = new WordSearch("REPORT");
  private static final WordSearch TIMEOUT_WORD = new WordSearch("timed");
  private static final WordSearch MEMORY_WORD = new WordSearch("emory");
  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "fatal error: runtime: out of memory",
          "java.lang.OutOfMemoryError",
          "JavaScript heap out of memory",
          "MemoryError",
          "failed to allocate memory (NoMemoryError)");

  static PlatformWords in(LogRecord record) {
    Slice message = record.message();
    if (message == null) {
      return NONE;
    } else if (record.clues().report() || REPORT_WORD.isIn(message)) {
      return REPORT;
    } else if (TIMEOUT_WORD.isIn(message)) {
      return TIMEOUT;
    }
    return MEMORY_WORD.isIn(message) ? MEMORY : NONE;
  }

  /** Whether a message says {@code Task timed out after 3.00 seconds}, any space between. */
  static boolean isTimeout(String message) {
    int at = message.indexOf("Task");
    while (at >= 0) {
      String[] words = message.substring(at).split("\\s+", 7);
      if (words.length > 5 && isTimeout(words)) {
        return true;
      }
      at = message.indexOf("Task", at + 1);
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

  private static boolean isTimeout(String[] words) {
    return words[1].equals("timed")
        && words[2].equals("out")
        && words[3].equals("after")
        && words[4].matches("[\\d.]+")
        && words[5].startsWith("seconds");
  }
}
