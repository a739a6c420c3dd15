package io.sleddog.plan.settings;

/** Who wins where the function already has a value of its own. */
public enum Precedence {
  /** The function: what it has stays. */
  KEEP,
  /** The settings: what they name is written over it. */
  OVERWRITE
}
