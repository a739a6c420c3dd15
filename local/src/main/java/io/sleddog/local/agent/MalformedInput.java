package io.sleddog.local.agent;

import org.jspecify.annotations.Nullable;

/** What a client sent cannot be read; the message says what and where, without quoting values. */
final class MalformedInput extends RuntimeException {
  MalformedInput(String message) {
    this(message, null);
  }

  MalformedInput(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
