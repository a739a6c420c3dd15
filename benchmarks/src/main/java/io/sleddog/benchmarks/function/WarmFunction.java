package io.sleddog.benchmarks.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Telemetry;
import io.sleddog.lambda.redirect.UserHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A function in this process, called with the same event over and over. For one thread. */
public final class WarmFunction {
  private final RequestStreamHandler handler;
  private final byte[] event = Events.restApi();
  private final Context context = FixedContext.ofOrders();
  private final ByteArrayOutputStream response = new ByteArrayOutputStream(1024);

  private WarmFunction(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /** A function of streams. */
  public static WarmFunction of(RequestStreamHandler handler) {
    return new WarmFunction(handler);
  }

  /** A function of objects, which the runtime's own serializers read and write. */
  public static WarmFunction of(Class<? extends RequestHandler<?, ?>> handler) {
    return of(
        UserHandler.load(handler.getName(), "", Thread.currentThread().getContextClassLoader()));
  }

  /** The same function, observed. */
  public WarmFunction traced() {
    return of(Telemetry.wrap(handler));
  }

  /** Calls it once; gives how many bytes it answered. */
  public int invoke() throws IOException {
    response.reset();
    handler.handleRequest(new ByteArrayInputStream(event), response, context);
    return response.size();
  }
}
