package io.sleddog.lambda.context;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.trigger.Carrier;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers from text such as {@code a: 1 | b: 2}. */
final class Carriers {
  private Carriers() {}

  static Carrier of(String headers) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String header : headers.split("\\|", -1)) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        map.put(header.substring(0, colon).trim(), header.substring(colon + 1).trim());
      }
    }
    return Carrier.of(map);
  }

  static Carrier json(String object) {
    return Carrier.of(Json.parse(object));
  }
}
