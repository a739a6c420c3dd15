package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.redirect.TypedEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Calls the user's handler: the only place with anything around that call. */
final class InvocationRunner {
  private final Instrumentation instrumentation;

  InvocationRunner(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  <I, O> O run(I event, Context context, RequestHandler<I, O> body) {
    Observation observation = instrumentation.begin(json(event), context);
    if (observation == null) {
      return body.handleRequest(event, context);
    }
    O result;
    try {
      result = body.handleRequest(event, context);
    } catch (Throwable users) {
      observation.failed(users);
      observation.end(Json.MISSING);
      throw users;
    }
    observation.end(observation.wantsResponse() ? json(result) : Json.MISSING);
    return result;
  }

  /** An object as JSON; one that cannot be written costs what could have been read from it. */
  private Json json(@Nullable Object value) {
    try {
      return TypedEvents.json(value);
    } catch (RuntimeException | LinkageError unwritable) {
      instrumentation
          .warnings()
          .say("an event is not read: it cannot be written as JSON", unwritable);
      return Json.MISSING;
    }
  }

  void run(InputStream event, OutputStream response, Context context, RequestStreamHandler body)
      throws IOException {
    byte[] bytes = event.readAllBytes();
    Observation observation = instrumentation.begin(Json.parse(bytes), context);
    if (observation == null) {
      body.handleRequest(new ByteArrayInputStream(bytes), response, context);
      return;
    }
    ByteArrayOutputStream kept = keep(response);
    try {
      body.handleRequest(new ByteArrayInputStream(bytes), kept, context);
    } catch (Throwable users) {
      observation.failed(users);
      observation.end(Json.MISSING);
      throw users;
    }
    finish(observation, kept);
    if (kept != response) {
      kept.writeTo(response);
    }
  }

  private static void finish(Observation observation, ByteArrayOutputStream response) {
    if (!observation.wantsResponse()) {
      observation.end(Json.MISSING);
      return;
    }
    byte[] bytes = response.toByteArray();
    Json parsed = Json.parse(bytes);
    observation.end(parsed);
    byte[] replacement = observation.replacement(bytes, parsed);
    if (replacement != null) {
      response.reset();
      response.write(replacement, 0, replacement.length);
    }
  }

  /** The runtime's own stream if its bytes can be read back, else one of ours. */
  private static ByteArrayOutputStream keep(OutputStream response) {
    return response.getClass() == ByteArrayOutputStream.class
        ? (ByteArrayOutputStream) response
        : new ByteArrayOutputStream(1024);
  }
}
