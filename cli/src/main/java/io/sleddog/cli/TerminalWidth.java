package io.sleddog.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide the user's terminal is. */
final class TerminalWidth {
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{2,4})\\s*");
  private static final int PATIENCE_MILLIS = 500;

  private final Map<String, String> environment;

  TerminalWidth(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The columns: as the shell says, else as the terminal does; without an end if neither does. */
  int columns() {
    String said = environment.getOrDefault("COLUMNS", "");
    return said.matches("\\d{2,4}") ? Integer.parseInt(said) : parse(size());
  }

  /** Of what {@code stty size} writes: rows and columns. */
  static int parse(String size) {
    Matcher matcher = SIZE.matcher(size);
    int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return columns < 20 ? Integer.MAX_VALUE : columns;
  }

  private static String size() {
    try {
      Process process = new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null").start();
      try {
        return process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            ? new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            : "";
      } finally {
        process.destroy();
      }
    } catch (IOException noShell) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
