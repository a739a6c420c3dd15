package io.sleddog.cli.screen;

/** When to use colours. */
public enum ColorMode {
  /** On a terminal. */
  AUTO,
  /** Also into a file or a pipe. */
  ALWAYS,
  /** Not even on a terminal. */
  NEVER
}
