package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.AgentSettings;
import io.sleddog.lambda.json.Json;
import java.io.IOException;

/** Where traces are handed over. */
interface TracePort {
  /** The path that takes them. */
  String PATH = "/v0.4/traces";

  /**
   * Puts packed traces.
   *
   * @return the answer, which may hold sample rates
   * @throws Refused if they will never be taken
   * @throws IOException if they may be taken later
   */
  Json put(byte[] body, int traces) throws IOException;

  /** The one that the settings name. */
  static TracePort of(AgentSettings agent) {
    String socket = agent.traceSocket();
    return socket == null
        ? new TraceRequest(agent.traceHost(), agent.tracePort(), true)
        : new SocketTraces(socket);
  }

  /** Fails if an answer has another status than 200. */
  static void check(int status) throws IOException {
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
      throw new Refused(status);
    }
    if (status != 200) {
      throw new IOException("the Agent answered with status " + status);
    }
  }

  /** The Agent understood that it does not want this. */
  final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(int status) {
      super("the Agent refused with status " + status);
    }
  }
}
