package io.sleddog.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/** What a span says in the words of OpenTelemetry's semantic conventions, old ones and new ones. */
final class Words {
  private final SpanData data;

  Words(SpanData data) {
    this.data = data;
  }

  SpanKind kind() {
    return data.getKind();
  }

  String name() {
    return data.getName();
  }

  boolean isClient() {
    return kind() == SpanKind.CLIENT;
  }

  boolean isServer() {
    return kind() == SpanKind.SERVER;
  }

  /** The first of the attributes that is there and not empty. */
  @Nullable String first(String... keys) {
    for (String key : keys) {
      String value = data.getAttributes().get(AttributeKey.stringKey(key));
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  @Nullable String httpMethod() {
    return first("http.request.method", "http.method");
  }

  @Nullable String database() {
    return first("db.system.name", "db.system");
  }

  @Nullable String messaging() {
    return first("messaging.system");
  }

  @Nullable String messagingOperation() {
    return first("messaging.operation.type", "messaging.operation");
  }

  @Nullable String rpc() {
    return first("rpc.system", "rpc.system.name");
  }
}
