package io.sleddog.cli.screen;

/**
 * Colours, or none.
 *
 * @param isColoured whether to write the escape sequences of ECMA-48
 */
public record Style(boolean isColoured) {
  private static final String START = "\u001b[";
  private static final String END = "\u001b[0m";

  /** The text in a tone. */
  public String paint(Tone tone, String text) {
    return isColoured && tone != Tone.PLAIN && !text.isEmpty()
        ? START + tone.code() + "m" + text + END
        : text;
  }
}
