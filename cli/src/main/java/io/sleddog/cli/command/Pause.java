package io.sleddog.cli.command;

import java.time.Duration;

/** Lets time pass; tests let none pass. */
@FunctionalInterface
public interface Pause {
  /** Waits; returns early, with the thread's flag set, if it is interrupted. */
  void pause(Duration time);
}
