package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A method that takes streams. Without an output stream its response is {@code null}. */
final class StreamMethod implements RequestStreamHandler {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final MethodCall call;
  private final boolean takesInput;
  private final boolean takesOutput;
  private final boolean takesContext;

  StreamMethod(MethodCall call, boolean takesInput, boolean takesOutput, boolean takesContext) {
    this.call = call;
    this.takesInput = takesInput;
    this.takesOutput = takesOutput;
    this.takesContext = takesContext;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    int count = (takesInput ? 1 : 0) + (takesOutput ? 1 : 0) + (takesContext ? 1 : 0);
    Object[] arguments = new Object[count];
    int at = 0;
    if (takesInput) {
      arguments[at++] = event;
    } else {
      event.close();
    }
    if (takesOutput) {
      arguments[at++] = response;
    }
    if (takesContext) {
      arguments[at] = context;
    }
    call.invoke(arguments);
    if (!takesOutput) {
      response.write(NULL);
    }
  }
}
