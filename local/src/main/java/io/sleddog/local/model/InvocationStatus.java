package io.sleddog.local.model;

/** How an invocation ended. */
public enum InvocationStatus {
  /** The handler returned. */
  SUCCESS,
  /** The handler threw, or could not be found or made. */
  ERROR,
  /** The function's timeout was over. */
  TIMEOUT,
  /** The process ended before it answered. */
  CRASH
}
