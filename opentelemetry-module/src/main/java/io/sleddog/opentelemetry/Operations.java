package io.sleddog.opentelemetry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of work a span is, as Datadog names it: {@code http.client.request} and the like. */
final class Operations {
  private Operations() {}

  static String of(Words words) {
    String own = words.first("operation.name");
    if (own != null) {
      return own;
    }
    String known = known(words);
    return known == null ? otherwise(words) : known.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static @Nullable String known(Words words) {
    if (words.messaging() != null && words.messagingOperation() != null) {
      return words.messaging() + "." + words.messagingOperation();
    }
    if (words.isServer()) {
      return server(words);
    }
    return words.isClient() ? client(words) : null;
  }

  private static @Nullable String server(Words words) {
    if (words.httpMethod() != null) {
      return "http.server.request";
    }
    if (words.rpc() != null) {
      return words.rpc() + ".server.request";
    }
    return words.first("graphql.operation.type") == null ? null : "graphql.server.request";
  }

  private static @Nullable String client(Words words) {
    if (words.httpMethod() != null) {
      return "http.client.request";
    }
    if (words.database() != null) {
      return words.database() + ".query";
    }
    if (words.rpc() != null) {
      return rpc(words);
    }
    String function = words.first("faas.invoked_name");
    return function == null
        ? null
        : words.first("faas.invoked_provider") + "." + function + ".invoke";
  }

  private static String rpc(Words words) {
    if (!"aws-api".equals(words.rpc())) {
      return words.rpc() + ".client.request";
    }
    String service = words.first("rpc.service");
    return "aws." + (service == null ? "client" : service) + ".request";
  }

  private static String otherwise(Words words) {
    String protocol = words.first("network.protocol.name");
    String prefix = protocol == null ? "" : protocol.toLowerCase(Locale.ROOT) + ".";
    if (words.isServer()) {
      return prefix + "server.request";
    }
    return words.isClient()
        ? prefix + "client.request"
        : words.kind().name().toLowerCase(Locale.ROOT);
  }
}
