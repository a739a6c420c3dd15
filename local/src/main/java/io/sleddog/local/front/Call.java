package io.sleddog.local.front;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request and the function that answers it.
 *
 * @param function its name
 * @param routeKey the route that led there, as {@code GET /orders/{id}} or {@code $default}
 * @param path the path as the function sees it
 * @param parameters what stands in the places of the route
 * @param rest whether the route is one of a REST API
 */
record Call(
    String function, String routeKey, String path, Map<String, String> parameters, boolean rest) {
  Call {
    parameters = new LinkedHashMap<>(parameters);
  }
}
