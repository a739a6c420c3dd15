package io.sleddog.cli.screen;

/**
 * A field of a table.
 *
 * @param text what it says; control characters are not shown
 * @param tone how it says it
 */
public record Cell(String text, Tone tone) {
  /** Makes what came from elsewhere safe for a terminal. */
  public Cell {
    text = Screen.harmless(text);
  }

  /** A field like any other. */
  public static Cell of(String text) {
    return new Cell(text, Tone.PLAIN);
  }
}
