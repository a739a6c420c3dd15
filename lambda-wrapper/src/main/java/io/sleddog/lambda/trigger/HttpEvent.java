package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import org.jspecify.annotations.Nullable;

/** What the events of HTTP services have in common. */
final class HttpEvent {
  final Json event;
  final Json context;
  final Carrier headers;
  final ApiStage stage;

  HttpEvent(Json event, ApiStage stage) {
    this.event = event;
    this.context = event.get("requestContext");
    this.headers = Carrier.ofHttp(event);
    this.stage = stage;
  }

  /** The tags of the function's span for an event with a stage. */
  void tagStaged(Tags tags) {
    Json http = context.get("http");
    boolean second = "2.0".equals(event.get("version").text());
    Json path = second ? http.get("path") : context.get("path");
    tags.put("http.url", stage.url(path));
    Json method = context.get("httpMethod");
    tags.put("http.method", method.isScalar() ? method : http.get("method"));
    tags.put("http.referer", headers.find("referer"));
    tags.put("http.route", route());
  }

  /** The route with its parameters: the last word of the route's key, or the resource. */
  @Nullable String route() {
    String route = event.get("routeKey").text();
    if (route == null) {
      route = event.get("resource").text();
    }
    return route == null ? null : route.substring(route.lastIndexOf(' ') + 1);
  }

  /** The path that names the resource: with parameters where the event tells them. */
  @Nullable String resourcePath() {
    String key = context.get("routeKey").text();
    if (key != null && key.indexOf('{') >= 0) {
      return key.substring(key.indexOf(' ') + 1);
    }
    String raw = event.get("rawPath").text();
    String path = raw == null ? context.get("resourcePath").text() : raw;
    return path == null ? key : path;
  }

  /** {@code METHOD resource}, without what is not known. */
  static String resource(@Nullable String method, @Nullable String path) {
    if (method == null) {
      return path == null ? "" : path;
    }
    return path == null ? method : method.concat(" ").concat(path);
  }
}
