package io.sleddog.local.intake;

import org.jspecify.annotations.Nullable;

/** The body of a request cannot be read; the message says why, without quoting it. */
final class MalformedBody extends RuntimeException {
  MalformedBody(String message) {
    this(message, null);
  }

  MalformedBody(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
