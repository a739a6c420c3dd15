package io.sleddog.lambda;

import io.sleddog.lambda.span.ActiveSpan;
import org.jspecify.annotations.Nullable;

/** The stretch of a thread's work that belongs to one span. */
final class Scope {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

  private final Instrumentation instrumentation;
  private final ActiveSpan span;
  private final @Nullable Scope outer;
  private final @Nullable String @Nullable [] logged;

  private Scope(Instrumentation instrumentation, ActiveSpan span, @Nullable Scope outer) {
    this.instrumentation = instrumentation;
    this.span = span;
    this.outer = outer;
    if (outer == null) {
      logged = instrumentation.logContext().enter(span);
    } else {
      instrumentation.logContext().change(span);
      logged = outer.logged;
    }
  }

  /** The innermost scope of the calling thread, or null. */
  static @Nullable Scope current() {
    return CURRENT.get();
  }

  /** Begins a scope inside the current one, for log lines too. */
  static Scope enter(Instrumentation instrumentation, ActiveSpan span) {
    Scope scope = new Scope(instrumentation, span, CURRENT.get());
    CURRENT.set(scope);
    return scope;
  }

  /** Begins a scope of the same span on the calling thread. */
  Scope reenter() {
    return enter(instrumentation, span);
  }

  Instrumentation instrumentation() {
    return instrumentation;
  }

  ActiveSpan span() {
    return span;
  }

  /** Goes back to the nearest scope around this one whose span is open, if this one is current. */
  void leave() {
    if (CURRENT.get() != this) {
      return;
    }
    Scope next = outer;
    while (next != null && next.span.hasEnded()) {
      next = next.outer;
    }
    become(next);
  }

  /** Goes back to what was before this scope, whatever was left open inside. */
  void leaveWithAllInside() {
    become(outer);
  }

  private void become(@Nullable Scope scope) {
    if (scope == null) {
      CURRENT.set(null);
      instrumentation.logContext().leave(logged);
    } else {
      CURRENT.set(scope);
      scope.instrumentation.logContext().change(scope.span);
    }
  }
}
