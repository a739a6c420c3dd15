package io.sleddog.local.model;

/** Something that goes wrong in an invocation because a person wants to see it. */
public enum Mishap {
  /** The handler fails. */
  THROW,
  /** There is no answer within the time limit. */
  TIMEOUT,
  /** The process needs more memory than it may have, and is killed. */
  MEMORY
}
