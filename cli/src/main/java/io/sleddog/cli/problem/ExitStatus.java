package io.sleddog.cli.problem;

/** What the program's exit status says to a script. */
public enum ExitStatus {
  /** All is done, or there was nothing to do. */
  OK(0),
  /** Something failed, and nothing else was done. */
  FAILED(1),
  /** The command line makes no sense, or the user declined. */
  USAGE(2),
  /** The command ran, and found something: a finding of the doctor, a difference. */
  FINDINGS(3),
  /** AWS does not know who asks. */
  CREDENTIALS(4),
  /** Some of it was done, some was not. */
  PARTLY(5),
  /** The user ended it; the shell's number for that. */
  INTERRUPTED(130);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }
}
