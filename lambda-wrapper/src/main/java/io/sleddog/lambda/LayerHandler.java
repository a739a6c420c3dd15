package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.redirect.UserHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The function's handler when it is started through the layer. It calls the user's own, named in
 * {@code DD_LAMBDA_HANDLER}, and observes it: {@code
 * io.sleddog.lambda.LayerHandler::handleRequest}.
 */
public final class LayerHandler implements RequestStreamHandler {
  /** At work while the runtime looks at this class. */
  private static final EarlyClasses EARLY = EarlyClasses.begin();

  private final InvocationRunner runner;
  private final UserHandler user;

  /** Made by the runtime. Makes the user's handler, whose failure to start is thrown as it is. */
  public LayerHandler() {
    this(process(), Thread.currentThread().getContextClassLoader());
  }

  LayerHandler(Instrumentation instrumentation, ClassLoader loader) {
    runner = new InvocationRunner(instrumentation);
    try {
      user =
          UserHandler.load(
              instrumentation.settings().handler(), LayerHandler.class.getName(), loader);
    } catch (Throwable users) {
      InitFailure.write(instrumentation, users);
      throw users;
    }
    instrumentation.loaded();
  }

  private static Instrumentation process() {
    EARLY.awaitThoseOf(LayerHandler.class);
    return Telemetry.process();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    EARLY.awaitAll();
    runner.run(event, response, context, user);
  }
}
