/** The functions that are measured, and what stands around them: event, context, log. */
@NullMarked
package io.sleddog.benchmarks.function;

import org.jspecify.annotations.NullMarked;
