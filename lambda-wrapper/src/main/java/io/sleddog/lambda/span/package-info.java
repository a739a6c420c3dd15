/** Spans from their start to their end, and the trace that collects them until it is written. */
@NullMarked
package io.sleddog.lambda.span;

import org.jspecify.annotations.NullMarked;
