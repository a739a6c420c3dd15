package com.example.ways;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.Telemetry;
import java.util.Map;

/** The same, wrapped in code. */
public final class OfMapsWrapped
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final RequestHandler<Map<String, Object>, Map<String, Object>> handler =
      Telemetry.wrap(new OfMaps());

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    return handler.handleRequest(event, context);
  }
}
