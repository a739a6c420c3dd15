package com.example.ways;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The same, wrapped in code. */
public final class OfStreamsWrapped implements RequestStreamHandler {
  private final RequestStreamHandler handler = Telemetry.wrap(new OfStreams());

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    handler.handleRequest(event, response, context);
  }
}
