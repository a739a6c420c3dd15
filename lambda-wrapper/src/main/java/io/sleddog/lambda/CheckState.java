package io.sleddog.lambda;

/** How something is that was looked at. */
public enum CheckState {
  /** Well. */
  OK(0),
  /** Not well, and still at work. */
  WARNING(1),
  /** Not at work. */
  CRITICAL(2),
  /** Nobody knows. */
  UNKNOWN(3);

  private final int number;

  CheckState(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
