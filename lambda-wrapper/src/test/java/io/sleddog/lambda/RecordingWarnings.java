package io.sleddog.lambda;

import io.sleddog.lambda.config.Warnings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what the user would have been told. */
final class RecordingWarnings extends Warnings {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  @Override
  protected void print(String message, @Nullable Throwable cause) {
    messages.add(message);
  }

  List<String> messages() {
    return messages;
  }
}
