package io.sleddog.plan.model;

/** Whether something is there. */
public enum Presence {
  /** It is there, or the same template declares it. */
  PRESENT,
  /** It is not there. */
  ABSENT,
  /** Nobody looked, or nobody can. */
  UNKNOWN
}
