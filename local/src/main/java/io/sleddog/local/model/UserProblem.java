package io.sleddog.local.model;

import org.jspecify.annotations.Nullable;

/** Something that the person at the keyboard can mend; the message says what, where and how. */
public final class UserProblem extends RuntimeException {
  private final String remedy;

  /**
   * A problem with its remedy.
   *
   * @param what what is wrong, and where
   * @param remedy what to do about it
   */
  public UserProblem(String what, String remedy) {
    this(what, remedy, null);
  }

  /** A problem with its remedy and what caused it. */
  public UserProblem(String what, String remedy, @Nullable Throwable cause) {
    super(what, cause);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
