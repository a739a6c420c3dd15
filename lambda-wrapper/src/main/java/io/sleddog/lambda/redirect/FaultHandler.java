package io.sleddog.lambda.redirect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Stands in for a handler that could not be made: fails each invocation with the reason. */
final class FaultHandler implements RequestStreamHandler {
  private final RuntimeFault fault;

  FaultHandler(RuntimeFault fault) {
    this.fault = fault;
  }

  RuntimeFault fault() {
    return fault;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context) {
    throw fault.toThrow();
  }
}
