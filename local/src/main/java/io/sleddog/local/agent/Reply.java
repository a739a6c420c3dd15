package io.sleddog.local.agent;

/** An answer of the trace agent. */
record Reply(int status, String type, String body) {
  static Reply text(int status, String text) {
    return new Reply(status, "text/plain; charset=utf-8", text + "\n");
  }

  static Reply json(int status, String json) {
    return new Reply(status, "application/json", json);
  }
}
