package io.sleddog.emulator;

/** There is no emulator; tests that need one are skipped. */
public final class EmulatorMissing extends Exception {
  private static final long serialVersionUID = 1;

  /** Says why, and what would help. */
  public EmulatorMissing(String reason) {
    super(reason);
  }
}
