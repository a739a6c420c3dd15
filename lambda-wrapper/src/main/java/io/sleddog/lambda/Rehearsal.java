package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.redirect.UserHandler;
import io.sleddog.lambda.span.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Observes handlers within a test: by the variables that the test gives instead of the process's
 * own, and with every line given to the test instead of the runtime's logger. Nothing in a function
 * uses it.
 */
public final class Rehearsal {
  private final InvocationRunner runner;

  /**
   * A rehearsal whose first invocation is a cold start.
   *
   * @param variables the function's environment, of which {@code DD_*} and {@code AWS_LAMBDA_*} are
   *     read
   * @param lines takes each line as it would be logged, in UTF-8
   * @param warnings takes what the library would warn of, each warning once
   */
  public Rehearsal(
      Map<String, String> variables, Consumer<byte[]> lines, Consumer<String> warnings) {
    Warnings told =
        new Warnings() {
          @Override
          protected void print(String message, @Nullable Throwable cause) {
            warnings.accept(message);
          }
        };
    Environment environment = new Environment(variables, told);
    this.runner =
        new InvocationRunner(
            new Instrumentation(
                environment, told, new SystemClock(), lines::accept, System.nanoTime()));
  }

  /**
   * Calls the handler as an observed invocation. What it throws leaves as it is.
   *
   * @return what the handler returned
   */
  public <I, O> O invoke(I event, Context context, RequestHandler<I, O> handler) {
    return runner.run(event, context, handler);
  }

  /** Calls the handler as an observed invocation. What it throws leaves as it is. */
  public void invoke(
      InputStream event, OutputStream response, Context context, RequestStreamHandler handler)
      throws IOException {
    runner.run(event, response, context, handler);
  }

  /**
   * The handler of that name, made as the runtime would make it.
   *
   * @param name {@code package.Class} or {@code package.Class::method}
   */
  public static RequestStreamHandler handler(String name, ClassLoader loader) {
    return UserHandler.load(name, LayerHandler.class.getName(), loader);
  }

  /** A handler with its event read from JSON and its result written as the runtime does it. */
  public static RequestStreamHandler handler(RequestHandler<?, ?> made) {
    return UserHandler.around(made, made.getClass().getClassLoader());
  }
}
