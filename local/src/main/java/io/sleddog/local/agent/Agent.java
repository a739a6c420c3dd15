package io.sleddog.local.agent;

import io.sleddog.local.http.PortTaken;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.UserProblem;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * DogStatsD, the trace agent's HTTP interface and OTLP over HTTP, on 127.0.0.1 and nowhere else.
 */
public final class Agent implements AutoCloseable {
  private final Map<Inlet, Listener> listeners = new EnumMap<>(Inlet.class);
  private final Map<Inlet, Integer> taken = new EnumMap<>(Inlet.class);
  private final Clock clock;
  private final Consumer<IntakeRequest> sink;

  private Agent(Clock clock, Consumer<IntakeRequest> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /**
   * Starts to listen.
   *
   * @param sink is told of all that arrives, also of what is refused, on the threads that read it
   * @throws UserProblem if another program has a port that was asked for
   */
  public static Agent start(AgentPorts ports, Clock clock, Consumer<IntakeRequest> sink) {
    Agent agent = new Agent(clock, sink);
    for (Inlet inlet : Inlet.values()) {
      agent.open(inlet, ports);
    }
    return agent;
  }

  private void open(Inlet inlet, AgentPorts ports) {
    try {
      listeners.put(inlet, listener(inlet, ports.port(inlet)));
    } catch (PortTaken other) {
      if (ports.isChosen(inlet)) {
        close();
        throw new UserProblem(
            "Port " + other.port() + " (" + inlet.word() + ") is taken by another program.",
            "Stop that program (another agent?), or choose another port with " + inlet.option(),
            other);
      }
      taken.put(inlet, other.port());
    }
  }

  private Listener listener(Inlet inlet, int port) {
    return switch (inlet) {
      case DOGSTATSD -> StatsdServer.start(port, clock, sink);
      case TRACES -> TraceServer.start(port, ports().getOrDefault(Inlet.DOGSTATSD, 0), clock, sink);
      case OTLP -> OtlpServer.start(port, clock, sink);
    };
  }

  /** The ports it listens on. */
  public Map<Inlet, Integer> ports() {
    Map<Inlet, Integer> ports = new LinkedHashMap<>();
    listeners.forEach((inlet, listener) -> ports.put(inlet, listener.port()));
    return ports;
  }

  /** The customary ports that another program has. */
  public Map<Inlet, Integer> taken() {
    return Map.copyOf(taken);
  }

  /** Stops at once. */
  @Override
  public void close() {
    listeners.values().forEach(Listener::close);
  }
}
