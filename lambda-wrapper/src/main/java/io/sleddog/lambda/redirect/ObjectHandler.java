package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A handler of objects behind the face of one of streams: reads the event, calls, writes the
 * result.
 */
final class ObjectHandler implements RequestStreamHandler {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final RequestHandler<Object, Object> handler;
  private final @Nullable Type input;
  private final @Nullable Type output;
  private final Serializers serializers;

  /** Makes the serializers at once; {@code input} is null for a method that takes no event. */
  ObjectHandler(
      RequestHandler<Object, Object> handler,
      @Nullable Type input,
      Type output,
      Serializers serializers) {
    this.handler = handler;
    this.input = input;
    this.output = isVoid(output) ? null : output;
    this.serializers = serializers;
    if (input != null) {
      serializers.forType(input, null);
    }
    if (this.output != null) {
      serializers.forType(this.output, null);
    }
  }

  private static boolean isVoid(Type type) {
    return type == void.class || type == Void.class;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    Object result = handler.handleRequest(read(event, context), context);
    write(result, response, context);
  }

  private @Nullable Object read(InputStream event, Context context) {
    if (input == null) {
      return null;
    }
    try {
      return serializers.forType(input, context).fromJson(event);
    } catch (Throwable unreadable) {
      throw new RuntimeException(
          "An error occurred during JSON parsing", StackTraces.cut(unreadable));
    }
  }

  private void write(Object result, OutputStream response, Context context) {
    try {
      if (output == null) {
        response.write(NULL);
      } else {
        serializers.forType(output, context).toJson(result, response);
      }
    } catch (Throwable unwritable) {
      throw new RuntimeException(
          "An error occurred during JSON serialization of response", unwritable);
    }
  }
}
