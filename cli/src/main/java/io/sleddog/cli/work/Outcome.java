package io.sleddog.cli.work;

import io.sleddog.cli.screen.Tone;
import java.util.Locale;

/** What became of a job. */
public enum Outcome {
  /** It was only looked at. */
  PLANNED(Tone.WARN, false),
  /** There was nothing to do. */
  UNCHANGED(Tone.FAINT, false),
  /** It is done. */
  CHANGED(Tone.GOOD, false),
  /** It must not be done. */
  REFUSED(Tone.BAD, true),
  /**
   * It is being done; if the program is ended, nobody sees whether its last call was carried out.
   */
  BEGUN(Tone.BAD, true),
  /** It could not be done, or not to the end. */
  FAILED(Tone.BAD, true),
  /** It was not begun, since another failed. */
  SKIPPED(Tone.WARN, true);

  private final Tone tone;
  private final boolean isBad;

  Outcome(Tone tone, boolean isBad) {
    this.tone = tone;
    this.isBad = isBad;
  }

  Tone tone() {
    return tone;
  }

  /** Whether the user has to do something. */
  boolean isBad() {
    return isBad;
  }

  /** The word for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
