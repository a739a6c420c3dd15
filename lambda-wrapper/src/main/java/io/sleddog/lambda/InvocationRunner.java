package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.json.JsonReader;
import io.sleddog.lambda.redirect.TypedEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Calls the user's handler: the only place with anything around that call. */
final class InvocationRunner {
  private static final int FIRST_CAPACITY = 4096;

  /** Memory for what is larger is not held between invocations. */
  private static final int MOST_KEPT = 256 * 1024;

  private final Instrumentation instrumentation;

  /** Memory of the last invocation, if no other has it just now. */
  private final AtomicReference<@Nullable JsonReader> eventReader = new AtomicReference<>();

  private final AtomicReference<@Nullable JsonReader> responseReader = new AtomicReference<>();

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
    if (event.getClass() != ByteArrayInputStream.class) {
      byte[] bytes = event.readAllBytes();
      run(Json.parse(bytes), new ByteArrayInputStream(bytes), response, context, body);
      return;
    }
    // The runtime's own stream goes to the handler as it came: what we read of it is a copy.
    ByteArrayInputStream whole = (ByteArrayInputStream) event;
    JsonReader reader = take(eventReader);
    whole.mark(0);
    reader.writeAll(whole);
    whole.reset();
    if (run(reader.read(), whole, response, context, body)) {
      giveBack(eventReader, reader);
    }
  }

  /** Gives whether nobody looks at the event any more. */
  private boolean run(
      Json event,
      InputStream bytes,
      OutputStream response,
      Context context,
      RequestStreamHandler body)
      throws IOException {
    Observation observation = instrumentation.begin(event, context);
    if (observation == null) {
      body.handleRequest(bytes, response, context);
      return false;
    }
    ByteArrayOutputStream kept = keep(response);
    try {
      body.handleRequest(bytes, kept, context);
    } catch (Throwable users) {
      observation.failed(users);
      observation.end(Json.MISSING);
      throw users;
    }
    finish(observation, kept);
    if (kept != response) {
      kept.writeTo(response);
    }
    return observation.isOver();
  }

  private void finish(Observation observation, ByteArrayOutputStream response) throws IOException {
    if (!observation.wantsResponse()) {
      observation.end(Json.MISSING);
      return;
    }
    JsonReader reader = take(responseReader);
    response.writeTo(reader);
    Json parsed = reader.read();
    observation.end(parsed);
    byte[] replacement = observation.replacement(response, parsed);
    if (replacement != null) {
      response.reset();
      response.write(replacement, 0, replacement.length);
    }
    if (observation.isOver()) {
      giveBack(responseReader, reader);
    }
  }

  private static JsonReader take(AtomicReference<@Nullable JsonReader> spare) {
    JsonReader reader = spare.getAndSet(null);
    if (reader == null) {
      return new JsonReader(FIRST_CAPACITY);
    }
    reader.clear();
    return reader;
  }

  private static void giveBack(AtomicReference<@Nullable JsonReader> spare, JsonReader reader) {
    if (reader.capacity() <= MOST_KEPT) {
      spare.setRelease(reader);
    }
  }

  /** The runtime's own stream if its bytes can be read back, else one of ours. */
  private static ByteArrayOutputStream keep(OutputStream response) {
    return response.getClass() == ByteArrayOutputStream.class
        ? (ByteArrayOutputStream) response
        : new ByteArrayOutputStream(1024);
  }
}
