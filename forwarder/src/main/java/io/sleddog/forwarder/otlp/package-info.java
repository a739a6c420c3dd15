/** Batches as requests of the OpenTelemetry protocol, in both of its forms. */
@NullMarked
package io.sleddog.forwarder.otlp;

import org.jspecify.annotations.NullMarked;
