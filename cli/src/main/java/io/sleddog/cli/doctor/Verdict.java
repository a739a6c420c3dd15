package io.sleddog.cli.doctor;

import io.sleddog.cli.screen.Tone;
import java.util.Locale;

/** What a rule says. */
enum Verdict {
  OK(Tone.GOOD),
  WARN(Tone.WARN),
  FAIL(Tone.BAD),
  UNKNOWN(Tone.FAINT);

  private final Tone tone;

  Verdict(Tone tone) {
    this.tone = tone;
  }

  Tone tone() {
    return tone;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the user should do something. */
  boolean isFinding() {
    return this == WARN || this == FAIL;
  }
}
