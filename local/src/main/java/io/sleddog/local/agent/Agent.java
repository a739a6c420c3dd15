package io.sleddog.local.agent;

import io.sleddog.local.http.PortTaken;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.UserProblem;
import java.time.Clock;
import java.util.function.Consumer;

/** DogStatsD and the trace agent's HTTP interface, on 127.0.0.1 and nowhere else. */
public final class Agent implements AutoCloseable {
  private final StatsdServer statsd;
  private final TraceServer traces;

  private Agent(StatsdServer statsd, TraceServer traces) {
    this.statsd = statsd;
    this.traces = traces;
  }

  /**
   * Starts to listen.
   *
   * @param sink is told of all that arrives, also of what is refused, on the threads that read it
   * @throws UserProblem if another program has one of the ports
   */
  public static Agent start(AgentPorts ports, Clock clock, Consumer<IntakeRequest> sink) {
    StatsdServer statsd = StatsdServer.start(ports.dogstatsd(), clock, sink);
    try {
      return new Agent(statsd, TraceServer.start(ports.trace(), statsd.port(), clock, sink));
    } catch (PortTaken taken) {
      statsd.close();
      throw new UserProblem(
          "Port " + taken.port() + " of the trace agent is taken by another program.",
          "Stop that program (a Datadog Agent?), or choose another port with --trace-port.",
          taken);
    }
  }

  /** The ports it listens on. */
  public AgentPorts ports() {
    return new AgentPorts(statsd.port(), traces.port());
  }

  /** Stops at once. */
  @Override
  public void close() {
    statsd.close();
    traces.close();
  }
}
