package io.sleddog.cli.command;

/** Lets a command have its last words when the user ends the program, as Ctrl-C does. */
@FunctionalInterface
public interface Interrupts {
  /**
   * Watches from now on.
   *
   * @param lastWords run if the program is ended before the watch is; on another thread, while the
   *     command's own threads still run, and with a second at most
   */
  Watch watch(Runnable lastWords);

  /** The time in which the program's end would leave something half-done. */
  @FunctionalInterface
  interface Watch {
    /** Ends it; if the program is being ended, this does not come back. */
    void end();
  }
}
