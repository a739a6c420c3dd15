package io.sleddog.local.aws;

import java.util.UUID;

/** A message with the id that the queue gave it. */
record SentMessage(String id, Message message) {
  static SentMessage of(Message message) {
    return new SentMessage(UUID.randomUUID().toString(), message);
  }
}
