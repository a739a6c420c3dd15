package io.sleddog.local.agent;

import io.sleddog.local.model.Payload;

/** An answer of the agent. */
record Reply(int status, String type, Payload body) {
  static Reply text(int status, String text) {
    return new Reply(status, "text/plain; charset=utf-8", Payload.of(text + "\n"));
  }

  static Reply json(int status, String json) {
    return new Reply(status, "application/json", Payload.of(json));
  }
}
