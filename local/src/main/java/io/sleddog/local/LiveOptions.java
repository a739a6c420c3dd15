package io.sleddog.local;

import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.forward.Upstream;
import io.sleddog.local.front.Shape;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the running program offers.
 *
 * @param port of the page; if it is taken, any other
 * @param agent where to take what other processes send; null for nowhere
 * @param upstream where to send on what they send; null for nowhere
 * @param http where to take HTTP requests for the functions; null for nowhere
 * @param reloads hears, in a sentence, of each function that was loaded anew because its code has
 *     changed, or why it was not; null if functions stay as they are
 * @param record the file to write the session to; null for none
 */
public record LiveOptions(
    int port,
    @Nullable AgentPorts agent,
    @Nullable Upstream upstream,
    @Nullable HttpOptions http,
    @Nullable Consumer<String> reloads,
    @Nullable Path record) {
  /**
   * The HTTP server before the functions.
   *
   * @param port the port, or 0 for a free one
   * @param shape what the functions take it for
   */
  public record HttpOptions(int port, Shape shape) {}

  /** The page alone. */
  public static LiveOptions page(int port) {
    return new LiveOptions(port, null, null, null, null, null);
  }

  /** The same with an HTTP server before the functions. */
  public LiveOptions withHttp(HttpOptions server) {
    return new LiveOptions(port, agent, upstream, server, reloads, record);
  }

  /** The same, written to a file while it goes on. */
  public LiveOptions withRecord(Path file) {
    return new LiveOptions(port, agent, upstream, http, reloads, file);
  }

  /** The same, with functions that are loaded anew when their code changes. */
  public LiveOptions withReloads(Consumer<String> listener) {
    return new LiveOptions(port, agent, upstream, http, listener, record);
  }
}
