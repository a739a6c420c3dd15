package io.sleddog.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.sleddog.lambda.JoinedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span current in the invocation's trace while it is current for OpenTelemetry, so that log
 * lines, calls of the AWS SDK and the function's own spans belong to it.
 */
final class JoinedContextStorage implements ContextStorage {
  private final ContextStorage storage;

  JoinedContextStorage(ContextStorage storage) {
    this.storage = storage;
  }

  @Override
  public Scope attach(Context next) {
    JoinedSpan joined = JoinedSpans.above(next);
    Context before = storage.current();
    boolean isNew = joined != null && (before == null || JoinedSpans.above(before) != joined);
    Scope scope = storage.attach(next);
    if (joined == null || !isNew) {
      return scope;
    }
    Runnable leave = joined.makeCurrent();
    return () -> {
      scope.close();
      leave.run();
    };
  }

  @Override
  public @Nullable Context current() {
    return storage.current();
  }

  @Override
  public Context root() {
    return storage.root();
  }
}
