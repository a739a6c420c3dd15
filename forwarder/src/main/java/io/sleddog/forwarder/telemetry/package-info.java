/** Counts of everything that came, went or was lost, and the one line that an invocation leaves. */
@NullMarked
package io.sleddog.forwarder.telemetry;

import org.jspecify.annotations.NullMarked;
