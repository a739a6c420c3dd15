package io.sleddog.lambda;

/**
 * Work that is done within a span, for {@link Telemetry#inSpan}.
 *
 * @param <T> what it returns
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface SpanWork<T, E extends Exception> {
  /** Does the work. */
  T run() throws E;
}
