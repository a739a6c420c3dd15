package io.sleddog.benchmarks;

import io.sleddog.benchmarks.function.BusyFunction;
import io.sleddog.benchmarks.function.CountingLogger;
import io.sleddog.benchmarks.function.WarmFunction;
import java.io.IOException;

/**
 * What a traced REST request writes into the log: the function's span and the API's, an enhanced
 * metric and a custom one.
 *
 * @param lines how many log events
 * @param bytes of all of them together, newlines included
 */
record LineBytes(long lines, long bytes) {

  /** Counts those of a warm invocation. */
  static LineBytes count() throws IOException {
    CountingLogger log = CountingLogger.install();
    WarmFunction function = WarmFunction.of(new BusyFunction(0, 1)).traced();
    function.invoke();
    LineBytes first = new LineBytes(log.lines(), log.bytes());
    function.invoke();
    return new LineBytes(log.lines() - first.lines, log.bytes() - first.bytes);
  }
}
