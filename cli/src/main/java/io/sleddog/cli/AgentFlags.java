package io.sleddog.cli;

import io.sleddog.local.Live;
import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.agent.Inlet;
import io.sleddog.local.forward.Upstream;
import io.sleddog.local.forward.UpstreamAddress;
import io.sleddog.local.model.UserProblem;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code sleddog local} takes what other processes send to an agent. */
final class AgentFlags {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--no-agent",
      description =
          "Do not listen for what other processes send; by default DogStatsD, traces of Datadog's "
              + "tracers and OTLP of any process on this machine show on the page.")
  private boolean off;

  @Option(
      names = "--agent-only",
      description = "Run no function: just the page and what other processes send.")
  private boolean only;

  @Option(
      names = "--statsd-port",
      paramLabel = "PORT",
      description = "UDP port of DogStatsD, 8125 by default; 0 for any free one.")
  private @Nullable Integer statsdPort;

  @Option(
      names = "--trace-port",
      paramLabel = "PORT",
      description = "Port for traces of Datadog's tracers, 8126 by default; 0 for any free one.")
  private @Nullable Integer tracePort;

  @Option(
      names = "--otlp-port",
      paramLabel = "PORT",
      description = "Port of OTLP over HTTP, 4318 by default; 0 for any free one.")
  private @Nullable Integer otlpPort;

  @Option(
      names = "--forward",
      paramLabel = "TARGET",
      description =
          "Also send on what other processes send: to the OpenTelemetry Collector with this base "
              + "URL, or with the word datadog to DD_SITE with DD_API_KEY.")
  private @Nullable String forward;

  /** Whether there are to be no functions. */
  boolean only() {
    return only;
  }

  /**
   * Where to send on what comes; null for nowhere.
   *
   * @param environment the variables of this process
   * @param err told of what could not be delivered
   */
  @Nullable Upstream upstream(Map<String, String> environment, PrintStream err) {
    if (forward == null) {
      return null;
    }
    if (off) {
      throw new UserProblem(
          "--no-agent and --forward contradict each other.", "Leave one of them out.");
    }
    UpstreamAddress address = UpstreamAddress.parse(forward, environment);
    return Upstream.open(address, environment, text -> err.println("warning: " + text));
  }

  /** Where to listen; null for nowhere. */
  @Nullable AgentPorts ports() {
    Map<Inlet, Integer> chosen = new EnumMap<>(Inlet.class);
    put(chosen, Inlet.DOGSTATSD, statsdPort);
    put(chosen, Inlet.TRACES, tracePort);
    put(chosen, Inlet.OTLP, otlpPort);
    if (off && !chosen.isEmpty()) {
      throw new UserProblem(
          "--no-agent and "
              + chosen.keySet().iterator().next().option()
              + " contradict each other.",
          "Leave one of them out.");
    }
    return off ? null : new AgentPorts(chosen);
  }

  private static void put(Map<Inlet, Integer> chosen, Inlet inlet, @Nullable Integer port) {
    if (port == null) {
      return;
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UserProblem(
          inlet.option() + " is " + port + ", which is no port.",
          "Give a number from 1 to " + HIGHEST_PORT + ", or 0 for any free one.");
    }
    chosen.put(inlet, port);
  }

  /** Tells the person at the keyboard where to send, and what cannot be taken. */
  static void announce(Live live, PrintStream out, PrintStream err) {
    live.agentPorts()
        .forEach(
            (inlet, port) ->
                out.println(inlet.word() + " of other processes: " + inlet.address(port)));
    live.takenPorts()
        .forEach(
            (inlet, port) ->
                err.println(
                    "warning: Port "
                        + port
                        + " is taken by another program (another agent?), so "
                        + inlet.word()
                        + " of other processes do not show. "
                        + inlet.option()
                        + " chooses another."));
  }
}
