package io.sleddog.cli.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where a command writes. Safe for use by several threads. */
public final class Screen {
  private final Streams streams;
  private final Style style;

  /** The streams, with colours or not. */
  public Screen(Streams streams, ColorMode mode) {
    this.streams = streams;
    this.style =
        new Style(
            mode == ColorMode.ALWAYS || (mode == ColorMode.AUTO && streams.isTerminal()),
            streams.width());
  }

  /**
   * The text without characters that could steer a terminal, for what comes from elsewhere: a line
   * feed or a tab becomes a blank, other control characters a question mark.
   */
  public static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(it -> it == '\n' || it == '\t' ? ' ' : Character.isISOControl(it) ? '?' : it)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** The colours in use. */
  public Style style() {
    return style;
  }

  /** Whether questions can be asked. */
  public boolean isInteractive() {
    return streams.isTerminal();
  }

  /** Writes a line of the result. */
  public void print(String line) {
    streams.out().println(line);
  }

  /** Writes lines of the result. */
  public void print(List<String> lines) {
    lines.forEach(this::print);
  }

  /** Writes a line that is no result: progress, a hint, a problem. */
  public void note(String line) {
    streams.err().println(line);
  }

  /** Writes on the line of the one before; only where {@link #isInteractive}. */
  void redraw(String line) {
    streams.err().print("\r\u001b[K" + line);
    streams.err().flush();
  }

  /** Takes away what was redrawn last, before something else is said. */
  public void clear() {
    if (isInteractive()) {
      redraw("");
    }
  }

  /**
   * Asks, and waits for a line.
   *
   * @return the answer, without blanks around it; empty if the input has ended
   */
  public String ask(String question) {
    streams.err().print(question + " ");
    streams.err().flush();
    try {
      String answer = streams.in().readLine();
      return answer == null ? "" : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks a question that is answered by yes or no; anything but {@code y} and {@code yes} is no.
   */
  public boolean confirm(String question) {
    String answer = ask(question + " [y/N]");
    return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
  }
}
