package io.sleddog.lambda;

import io.sleddog.lambda.context.Hex;
import io.sleddog.lambda.span.ActiveSpan;
import org.jspecify.annotations.Nullable;

/**
 * A span of the user's own, made by {@link Telemetry#startSpan}, for a try-with-resources
 * statement:
 *
 * <pre>{@code
 * try (Span span = Telemetry.startSpan("charge").tag("order.id", id)) {
 *   …
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread. Nothing here throws, also without an invocation,
 * where a span does nothing, and also where null is given: that changes nothing. After its end a
 * span changes no more.
 */
public final class Span implements AutoCloseable {
  static final Span NONE = new Span(null, null, false);

  private static final double LARGEST_EXACT = 1L << 53;

  private final @Nullable ActiveSpan span;
  private final @Nullable Scope scope;

  /** Whether the trace is written when this span ends. */
  private final boolean root;

  private Span(@Nullable ActiveSpan span, @Nullable Scope scope, boolean root) {
    this.span = span;
    this.scope = scope;
    this.root = root;
  }

  /** A span that its holder ends, and its trace with it. */
  static Span root(Scope scope) {
    return new Span(scope.span(), scope, true);
  }

  /** A span that its holder ends. */
  static Span owned(Scope scope) {
    return new Span(scope.span(), scope, false);
  }

  /** A span that somebody else ends. */
  static Span borrowed(ActiveSpan span) {
    return new Span(span, null, false);
  }

  /** Sets a tag that is text; null leaves the span as it is. */
  public Span tag(String key, @Nullable String value) {
    if (span != null && key != null) {
      span.tag(key, value);
    }
    return this;
  }

  /** Sets a tag that is a number; one that is not finite is kept as text. */
  public Span tag(String key, double value) {
    if (span != null && key != null) {
      span.tag(key, value);
    }
    return this;
  }

  /** Sets a tag that is a number; beyond 2<sup>53</sup> it is kept as text, with all its digits. */
  public Span tag(String key, long value) {
    if (Math.abs((double) value) < LARGEST_EXACT) {
      return tag(key, (double) value);
    }
    return tag(key, Long.toString(value));
  }

  /** Sets a tag to {@code true} or {@code false}. */
  public Span tag(String key, boolean value) {
    return tag(key, value ? "true" : "false");
  }

  /** Sets who does the work; without it, the function's service. */
  public Span service(String service) {
    if (span != null && service != null) {
      span.service(service);
    }
    return this;
  }

  /** Sets what is worked on, such as a table; without it, the operation. */
  public Span resource(String resource) {
    if (span != null && resource != null) {
      span.resource(resource);
    }
    return this;
  }

  /**
   * Sets Datadog's class of work, such as {@code web}, {@code http}, {@code sql} or {@code cache}.
   */
  public Span type(String type) {
    if (span != null && type != null) {
      span.type(type);
    }
    return this;
  }

  /** Marks the span as failed for a reason that is no exception; null gives it no message. */
  public Span error(@Nullable String message) {
    if (span != null) {
      span.fail();
      span.tag("error.message", message);
    }
    return this;
  }

  /** Marks the span as failed, with the exception's class, message and stack. */
  public Span error(Throwable cause) {
    if (span != null && cause != null) {
      span.fail(cause);
    }
    return this;
  }

  /** The trace's id: 32 lower-case hexadecimal digits. All zero outside an invocation. */
  public String traceId() {
    return span == null
        ? "00000000000000000000000000000000"
        : Hex.text(span.trace().context().traceIdHigh())
            + Hex.text(span.trace().context().traceIdLow());
  }

  /** The span's id: 16 lower-case hexadecimal digits. All zero outside an invocation. */
  public String spanId() {
    return Hex.text(span == null ? 0 : span.spanId());
  }

  /**
   * Ends the span, and makes the span that was current before it current again. A span of {@link
   * Telemetry#currentSpan} is ended by whoever began it; closing it does nothing.
   */
  @Override
  public void close() {
    if (span != null && scope != null) {
      span.end();
      scope.leave();
      if (root) {
        span.trace().write();
      }
    }
  }
}
