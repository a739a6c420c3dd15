package io.sleddog.local.inprocess;

import io.sleddog.forwarder.ForwarderHandler;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.http.Pause;
import io.sleddog.local.lambda.Destination;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The forwarder's own handler, called in this process. */
public final class InProcessForwarder implements Destination {
  private static final String NAME = "sleddog-forwarder";

  private final ForwarderHandler handler;
  private final InProcessEnvironment environment;

  /**
   * A forwarder that is configured by these variables alone.
   *
   * @param variables the environment that it would have
   */
  public InProcessForwarder(Map<String, String> variables, Clock clock) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("DD_TAGS", "env:local");
    handler = new ForwarderHandler(ForwarderConfig.from(all), NAME, Pause.REAL);
    FunctionSpec spec = FunctionSpec.of(NAME, ForwarderHandler.class.getName(), Path.of("."));
    environment = new InProcessEnvironment(spec, clock);
  }

  @Override
  public Execution invoke(Payload event) {
    return environment
        .invoke(
            event,
            context -> {
              ByteArrayOutputStream answer = new ByteArrayOutputStream();
              handler.handleRequest(new ByteArrayInputStream(event.bytes()), answer, context);
              return Payload.of(answer.toByteArray());
            })
        .execution();
  }
}
