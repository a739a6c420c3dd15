package io.sleddog.local.json;

import org.jspecify.annotations.Nullable;

/** The text is no JSON; the message says where and why. */
public final class MalformedJson extends RuntimeException {
  MalformedJson(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
