package io.sleddog.cli.screen;

import java.util.function.IntSupplier;

/**
 * Colours, or none, and the room there is.
 *
 * @param isColoured whether to write the escape sequences of ECMA-48
 * @param width how many characters a line has room for; asked only where it matters
 */
public record Style(boolean isColoured, IntSupplier width) {
  private static final String START = "\u001b[";
  private static final String END = "\u001b[0m";

  /** With room for everything. */
  public Style(boolean isColoured) {
    this(isColoured, () -> Integer.MAX_VALUE);
  }

  /** The text in a tone. */
  public String paint(Tone tone, String text) {
    return isColoured && tone != Tone.PLAIN && !text.isEmpty()
        ? START + tone.code() + "m" + text + END
        : text;
  }
}
