package io.sleddog.local.testing;

import java.util.Map;

/** Cannot be made. */
public final class BadStart
    implements com.amazonaws.services.lambda.runtime.RequestHandler<Map<String, Object>, String> {
  /** Throws. */
  public BadStart() {
    throw new IllegalArgumentException("no database");
  }

  @Override
  public String handleRequest(
      Map<String, Object> event, com.amazonaws.services.lambda.runtime.Context context) {
    return "";
  }
}
