package io.sleddog.lambda.span;

import io.sleddog.lambda.context.TraceContext;
import java.util.List;

/** Takes spans that have ended. */
public interface TraceSink {
  /** A span has begun, whose ids may still be changed. */
  default void started(ActiveSpan span) {}

  /** A span has ended and changes no more. */
  default void ended(ActiveSpan span) {}

  /** Whether nobody looks at spans, or at what their tags point to, once they are written. */
  default boolean forgets() {
    return false;
  }

  /**
   * Whether spans of the user's own can hang below the function's. Where not, they are not made.
   */
  default boolean takesInner() {
    return true;
  }

  /** A span of the user's own is not made. */
  default void refuse() {}

  /** How many are not made. */
  default long refused() {
    return 0;
  }

  /** Writes spans of one trace, parents before their children. */
  void write(TraceContext context, List<ActiveSpan> spans);
}
