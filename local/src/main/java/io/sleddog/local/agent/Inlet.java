package io.sleddog.local.agent;

/** A way in for what processes send by themselves, each with a port of its own. */
public enum Inlet {
  /** Metrics, events and service checks, on UDP. */
  DOGSTATSD("DogStatsD", "--statsd-port", 8125),
  /** Traces of Datadog's tracers, on HTTP. */
  TRACES("Traces", "--trace-port", 8126),
  /** Traces, metrics and logs of OpenTelemetry, on HTTP. */
  OTLP("OTLP", "--otlp-port", 4318);

  private final String word;
  private final String option;
  private final int customaryPort;

  Inlet(String word, String option, int customaryPort) {
    this.word = word;
    this.option = option;
    this.customaryPort = customaryPort;
  }

  /** What comes in, as people call it. */
  public String word() {
    return word;
  }

  /** The option of the command line that chooses its port. */
  public String option() {
    return option;
  }

  /** The port that clients send to unless they are told another. */
  public int customaryPort() {
    return customaryPort;
  }

  /** Where it listens, as clients are told. */
  public String address(int port) {
    return this == DOGSTATSD ? "127.0.0.1:" + port + " (UDP)" : "http://127.0.0.1:" + port;
  }
}
