package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.AgentSettings;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Datadog's Agent beside this process, or its extension in the function's sandbox, as the place
 * where everything goes. Nothing here waits or throws. Safe for use by several threads.
 */
public final class Agent implements TraceSink {
  private static final String LOOPBACK = "127.0.0.1";

  private final StatsdText text;
  private final Losses losses;
  private final AgentRates rates = new AgentRates();
  private final String environment;
  private final Datagrams datagrams;

  /** Brings everything, beside a plain process; null for the extension. */
  private final @Nullable Courier courier;

  /** Brings traces to the extension; null for any other Agent. */
  private final @Nullable DirectTraces direct;

  private Agent(Losses losses, AgentSettings agent, Settings settings) {
    this.text = new StatsdText(List.of(), null);
    this.losses = losses;
    this.environment = "";
    this.datagrams = new Datagrams(LOOPBACK, agent.statsdPort(), losses);
    this.courier = null;
    PackedSpan spans = new PackedSpan(settings.spanTags(), settings.version(), null);
    TracePort port = new TraceRequest(LOOPBACK, agent.tracePort(), false);
    this.direct = new DirectTraces(spans, port, losses);
  }

  private Agent(StatsdText text, Losses losses, AgentSettings agent, Settings settings) {
    this.text = text;
    this.losses = losses;
    Object env = settings.spanTags().get("env");
    this.environment = env == null ? "" : String.valueOf(env);
    this.datagrams = new Datagrams(agent.statsdHost(), agent.statsdPort(), losses);
    PackedSpan spans = new PackedSpan(settings.spanTags(), settings.version(), agent.hostName());
    TraceOutbox outbox = new TraceOutbox(spans, TracePort.of(agent), rates, losses);
    this.courier = new Courier(datagrams, outbox, losses);
    this.direct = null;
  }

  /** The Agent beside a plain process: it takes points and traces, from a thread of their own. */
  public static Agent beside(AgentSettings agent, Settings settings, Warnings warnings) {
    StatsdText text = new StatsdText(agent.pointTags(), agent.hostName());
    return new Agent(text, new Losses(warnings), agent, settings);
  }

  /**
   * Datadog's extension: it takes points and traces, sent at once, since the sandbox may be frozen
   * right after the invocation. It counts invocations by itself.
   */
  public static Agent extension(AgentSettings agent, Settings settings, Warnings warnings) {
    return new Agent(new Losses(warnings), agent, settings);
  }

  /** Whether it is the extension, which counts invocations by itself. */
  public boolean isExtension() {
    return courier == null;
  }

  /**
   * Takes a point.
   *
   * @param type {@code d} for a distribution, {@code c} for a count, {@code g} for a gauge
   * @param epochSeconds when it was measured; 0 for now. Only the extension takes another time
   */
  public void point(String name, double value, char type, long epochSeconds, List<String> tags) {
    send(text.point(name, value, type, isExtension() ? epochSeconds : 0, tags));
  }

  /** Takes an event of one of the kinds {@code info}, {@code success}, {@code warning}, error. */
  public void event(String kind, String title, String body, long epochSeconds, List<String> tags) {
    send(text.event(kind, title, body, epochSeconds, tags));
  }

  /** Takes the state of a service: 0 is well, 1 a warning, 2 critical, 3 unknown. */
  public void check(String name, int state, String message, long epochSeconds, List<String> tags) {
    send(text.check(name, state, message, epochSeconds, tags));
  }

  private void send(String line) {
    if (courier != null) {
      courier.line(line);
      return;
    }
    synchronized (datagrams) {
      datagrams.add(line);
      datagrams.flush();
    }
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    if (courier != null) {
      courier.trace(spans);
    } else if (direct != null) {
      direct.send(spans, System.nanoTime());
    }
  }

  /** Which part of the traces of a service the Agent wants kept; negative if it did not say. */
  public double rate(String service) {
    return rates.rate(service, environment);
  }

  /** How many points, events and checks did not reach it so far. */
  public long lostPoints() {
    return losses.points();
  }

  /** How many spans did not reach it so far. */
  public long lostSpans() {
    return losses.spans();
  }

  /** Gives the extension's socket back until it is used again, maybe on another machine. */
  public void pause() {
    if (isExtension()) {
      synchronized (datagrams) {
        datagrams.close();
      }
    }
    if (direct != null) {
      direct.forgive();
    }
  }

  /** Sends what is left, at most four seconds long, and takes nothing more. */
  public void close() {
    if (courier != null) {
      courier.close();
    }
  }
}
