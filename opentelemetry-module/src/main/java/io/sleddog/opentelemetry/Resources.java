package io.sleddog.opentelemetry;

import org.jspecify.annotations.Nullable;

/** What a span works on, as Datadog names it: a route, a destination, a statement. */
final class Resources {
  private Resources() {}

  static String of(Words words) {
    String own = words.first("resource.name");
    String known = own == null ? known(words) : own;
    return known == null ? words.name() : known;
  }

  private static @Nullable String known(Words words) {
    String method = words.httpMethod();
    if (method != null) {
      String shown = method.equals("_OTHER") ? "HTTP" : method;
      return pair(shown, words.first(words.isServer() ? "http.route" : "url.template"));
    }
    if (words.messagingOperation() != null) {
      String destination = words.first("messaging.destination.name", "messaging.destination");
      return pair(words.messagingOperation(), destination);
    }
    if (words.rpc() != null && words.first("rpc.method") != null) {
      return pair(words.first("rpc.method"), words.first("rpc.service"));
    }
    if (words.first("graphql.operation.type") != null) {
      return pair(words.first("graphql.operation.type"), words.first("graphql.operation.name"));
    }
    return words.database() == null ? null : words.first("db.query.text", "db.statement");
  }

  private static @Nullable String pair(@Nullable String first, @Nullable String second) {
    return second == null ? first : first + " " + second;
  }
}
