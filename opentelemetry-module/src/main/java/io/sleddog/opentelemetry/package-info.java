/**
 * Spans of the OpenTelemetry SDK as part of the invocation's trace. {@link
 * io.sleddog.opentelemetry.SleddogOpenTelemetry} makes an SDK with all of it; the other public
 * types are its parts, for a function that builds its SDK itself.
 */
@NullMarked
package io.sleddog.opentelemetry;

import org.jspecify.annotations.NullMarked;
