package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.model.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which side of a call a span is, by its own word or by its type. */
final class SpanKinds {
  private static final int INTERNAL = 1;
  private static final int SERVER = 2;
  private static final int CLIENT = 3;
  private static final Map<String, Integer> WORDS =
      Map.of(
          "internal", INTERNAL, "server", SERVER, "client", CLIENT, "producer", 4, "consumer", 5);
  private static final Set<String> SERVERS = Set.of("web", "serverless");
  private static final Set<String> CLIENTS =
      Set.of(
          "http",
          "sql",
          "cassandra",
          "redis",
          "valkey",
          "memcached",
          "mongodb",
          "elasticsearch",
          "opensearch",
          "cache",
          "db",
          "dynamodb");

  private SpanKinds() {}

  static int of(Span span) {
    String word = span.meta().getOrDefault("span.kind", "").toLowerCase(Locale.ROOT);
    Integer kind = WORDS.get(word);
    if (kind != null) {
      return kind;
    } else if (SERVERS.contains(span.type())) {
      return SERVER;
    }
    return CLIENTS.contains(span.type()) ? CLIENT : INTERNAL;
  }
}
