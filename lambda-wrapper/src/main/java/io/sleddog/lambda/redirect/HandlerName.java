package io.sleddog.lambda.redirect;

import org.jspecify.annotations.Nullable;

/** A handler as it is configured: {@code package.Class} or {@code package.Class::method}. */
final class HandlerName {
  private static final String SEPARATOR = "::";

  private final String className;
  private final @Nullable String method;

  private HandlerName(String className, @Nullable String method) {
    this.className = className;
    this.method = method;
  }

  /** Splits at the last {@code ::}; null if either part is empty. */
  static @Nullable HandlerName tryParse(String text) {
    int at = text.lastIndexOf(SEPARATOR);
    String className = at < 0 ? text : text.substring(0, at);
    String method = at < 0 ? null : text.substring(at + SEPARATOR.length());
    boolean empty = className.isEmpty() || (method != null && method.isEmpty());
    return empty ? null : new HandlerName(className, method);
  }

  String className() {
    return className;
  }

  @Nullable String method() {
    return method;
  }
}
