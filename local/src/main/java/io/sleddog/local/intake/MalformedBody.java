package io.sleddog.local.intake;

import org.jspecify.annotations.Nullable;

/** The body of a request cannot be read; the message says why, without quoting it. */
public final class MalformedBody extends RuntimeException {
  /** With the reason. */
  public MalformedBody(String message) {
    this(message, null);
  }

  /** With the reason and what caused it. */
  public MalformedBody(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
