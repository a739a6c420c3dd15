package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Calls the user's handler: the only place with anything around that call. */
final class InvocationRunner {
  private final Instrumentation instrumentation;

  InvocationRunner(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  <I, O> O run(I event, Context context, RequestHandler<I, O> body) {
    Observation observation = instrumentation.begin(context);
    try {
      return body.handleRequest(event, context);
    } catch (Throwable users) {
      if (observation != null) {
        observation.failed(users);
      }
      throw users;
    } finally {
      if (observation != null) {
        observation.end();
      }
    }
  }

  void run(InputStream event, OutputStream response, Context context, RequestStreamHandler body)
      throws IOException {
    byte[] bytes = event.readAllBytes();
    Observation observation = instrumentation.begin(context);
    try {
      body.handleRequest(new ByteArrayInputStream(bytes), response, context);
    } catch (Throwable users) {
      if (observation != null) {
        observation.failed(users);
      }
      throw users;
    } finally {
      if (observation != null) {
        observation.end();
      }
    }
  }
}
