package io.sleddog.local.front;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Payload;
import java.util.List;

/**
 * What a function's answer is to the one who asked over HTTP.
 *
 * @param status the HTTP status
 * @param headers name and value, a name as often as it has values
 * @param body its bytes
 */
record HttpAnswer(int status, List<Header> headers, Payload body) {
  /** That the body is JSON. */
  static final Header JSON = new Header("content-type", "application/json");

  /** One header. */
  record Header(String name, String value) {}

  HttpAnswer {
    headers = List.copyOf(headers);
  }

  /** A text of the gateway's own. */
  static HttpAnswer message(int status, String text) {
    Payload body = Payload.of(Json.write(Json.object().put("message", text)));
    return new HttpAnswer(status, List.of(JSON), body);
  }
}
