/**
 * The trace an invocation belongs to: read from the carriers that upstream services use, and
 * written into the headers that are sent along.
 */
@NullMarked
package io.sleddog.lambda.context;

import org.jspecify.annotations.NullMarked;
