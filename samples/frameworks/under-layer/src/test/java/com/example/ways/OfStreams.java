package com.example.ways;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The function as a handler of streams. */
public final class OfStreams implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    int status = Counter.count(new String(event.readAllBytes(), StandardCharsets.UTF_8));
    response.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.UTF_8));
  }
}
