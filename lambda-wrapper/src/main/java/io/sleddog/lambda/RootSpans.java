package io.sleddog.lambda;

import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.context.Sampler;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.trigger.Carrier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first spans of traces in a process that is no function. */
final class RootSpans {
  private RootSpans() {}

  /** Begins a trace, or goes on with the one that {@code headers} tell. */
  static Span start(
      Instrumentation process,
      @Nullable Agent agent,
      String operation,
      Map<String, String> headers) {
    Carrier carrier = Carrier.of(headers);
    TraceContext upstream = process.propagator().extract(carrier);
    TraceContext context =
        upstream == null
            ? process.propagator().withBaggage(begin(process, agent, operation), carrier)
            : upstream;
    String service = process.settings().processService();
    ActiveSpan span = process.trace(context).start(operation, service, null);
    if (agent == null) {
      span.tag("language", "jvm");
      span.tag("version", process.settings().version());
    }
    return Span.root(Scope.enter(process, span));
  }

  private static TraceContext begin(
      Instrumentation process, @Nullable Agent agent, String operation) {
    Settings settings = process.settings();
    String service = settings.processService();
    Sampler users = process.sampler();
    double rate =
        users == null ? -1 : users.rate(service, operation, operation, settings.spanTags());
    return rate < 0 && agent != null ? process.byAgent(agent.rate(service)) : process.fresh(rate);
  }
}
