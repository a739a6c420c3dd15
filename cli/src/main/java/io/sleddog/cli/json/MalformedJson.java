package io.sleddog.cli.json;

import org.jspecify.annotations.Nullable;

/** A text is not the JSON that it should be; the message says where. */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedJson(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
