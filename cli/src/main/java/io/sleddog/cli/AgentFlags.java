package io.sleddog.cli;

import io.sleddog.local.agent.AgentPorts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether {@code sleddog local} also takes what other processes send to a Datadog Agent. */
final class AgentFlags {
  @Option(
      names = "--agent",
      description =
          "Also listen as a Datadog Agent does, on 127.0.0.1: DogStatsD and traces of any "
              + "process show on the page.")
  private boolean agent;

  @Option(
      names = "--dogstatsd-port",
      paramLabel = "PORT",
      defaultValue = "8125",
      description = "With --agent: UDP port of DogStatsD, ${DEFAULT-VALUE} by default.")
  private int statsdPort;

  @Option(
      names = "--trace-port",
      paramLabel = "PORT",
      defaultValue = "8126",
      description = "With --agent: TCP port for traces, ${DEFAULT-VALUE} by default.")
  private int tracePort;

  /** Where to listen; null if it was not asked for. */
  @Nullable AgentPorts ports() {
    return agent ? new AgentPorts(statsdPort, tracePort) : null;
  }

  /** What to tell the person at the keyboard. */
  List<String> lines() {
    return agent
        ? List.of(
            "DogStatsD is taken at 127.0.0.1:" + statsdPort + " (UDP)",
            "Traces are taken at http://127.0.0.1:" + tracePort)
        : List.of();
  }
}
