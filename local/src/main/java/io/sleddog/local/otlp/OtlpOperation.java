package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What kind of work a span is, in Datadog's words: a name that is the same for all of its kind, the
 * resource that it works on, and a type.
 */
record OtlpOperation(String name, String resource, String type) {
  private static final List<String> KINDS =
      List.of("internal", "internal", "server", "client", "producer", "consumer");

  /** The word for the span's kind; an unknown one counts as internal. */
  static String kind(JsonNode span) {
    long kind = Shape.whole(span.path("kind"), "a span's kind");
    return KINDS.get(kind < 0 || kind >= KINDS.size() ? 0 : (int) kind);
  }

  static OtlpOperation of(JsonNode span, Attributes attributes) {
    String kind = kind(span);
    String own = Shape.text(span.path("name"), "a span's name");
    boolean isRemote = kind.equals("server") || kind.equals("client");
    String method = attributes.firstOf("http.request.method", "http.method");
    if (isRemote && !method.isEmpty()) {
      return http(kind, method, attributes, own);
    }
    String database = attributes.firstOf("db.system.name", "db.system");
    if (kind.equals("client") && !database.isEmpty()) {
      String query = attributes.firstOf("db.query.text", "db.statement");
      return new OtlpOperation(database + ".query", query.isEmpty() ? own : query, "db");
    }
    String messaging = attributes.text("messaging.system", "");
    if (!kind.equals("internal") && !messaging.isEmpty()) {
      return messaging(messaging, attributes, own);
    }
    return call(kind, attributes.text("rpc.system", ""), own);
  }

  private static OtlpOperation call(String kind, String rpc, String own) {
    boolean isServer = kind.equals("server");
    if (!rpc.isEmpty()) {
      return new OtlpOperation(rpc + "." + kind + ".request", own, isServer ? "web" : "http");
    }
    String name = kind.equals("internal") ? "internal" : kind + ".request";
    return new OtlpOperation(name, own, isServer ? "web" : "custom");
  }

  private static OtlpOperation http(String kind, String method, Attributes attributes, String own) {
    String route = kind.equals("server") ? attributes.text("http.route", "") : "";
    String resource = route.isEmpty() ? own : method + " " + route;
    return new OtlpOperation(
        "http." + kind + ".request", resource, kind.equals("server") ? "web" : "http");
  }

  private static OtlpOperation messaging(String system, Attributes attributes, String own) {
    String does = attributes.firstOf("messaging.operation.type", "messaging.operation");
    String place = attributes.text("messaging.destination.name", "");
    String resource = place.isEmpty() || does.isEmpty() ? own : does + " " + place;
    return new OtlpOperation(does.isEmpty() ? system : system + "." + does, resource, "queue");
  }
}
