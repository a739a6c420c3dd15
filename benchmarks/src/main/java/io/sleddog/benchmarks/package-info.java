/** JMH benchmarks and the throughput harness. */
@NullMarked
package io.sleddog.benchmarks;

import org.jspecify.annotations.NullMarked;
