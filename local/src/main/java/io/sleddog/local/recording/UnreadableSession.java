package io.sleddog.local.recording;

import org.jspecify.annotations.Nullable;

/** A file that is no session; the message names the line. */
public final class UnreadableSession extends RuntimeException {
  UnreadableSession(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
