package io.sleddog.opentelemetry;

import io.sleddog.lambda.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attributes as tags, under the names that Datadog has for what they say. */
final class AttributeTags {
  /** They have become fields of the span. */
  private static final Set<String> FIELDS =
      Set.of("operation.name", "resource.name", "service.name", "span.type");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("client.address", "http.client_ip"),
          Map.entry("http.response.body.size", "http.response.content_length"),
          Map.entry("http.response.status_code", "http.status_code"),
          Map.entry("http.request.body.size", "http.request.content_length"),
          Map.entry("http.request.header.referrer", "http.referrer"),
          Map.entry("http.request.method", "http.method"),
          Map.entry("network.protocol.version", "http.version"),
          Map.entry("server.address", "http.server_name"),
          Map.entry("url.full", "http.url"),
          Map.entry("user_agent.original", "http.useragent"));

  private static final String HEADER = "http.request.header.";

  private AttributeTags() {}

  static void put(Span span, String key, Object value) {
    if (FIELDS.contains(key)) {
      return;
    }
    String name = name(key);
    if (name.equals("http.status_code")) {
      span.tag(name, value.toString());
    } else if (value instanceof Long) {
      span.tag(name, (long) (Long) value);
    } else if (value instanceof Double) {
      span.tag(name, (double) (Double) value);
    } else if (value instanceof List) {
      span.tag(name, StructuredTags.list((List<?>) value));
    } else {
      span.tag(name, value.toString());
    }
  }

  private static String name(String key) {
    String other = NAMES.get(key);
    if (other != null) {
      return other;
    }
    return key.startsWith(HEADER) ? "http.request.headers." + key.substring(HEADER.length()) : key;
  }
}
