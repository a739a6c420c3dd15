/** A sample event of every trigger, with and without the trace context of a caller. */
@NullMarked
package io.sleddog.local.events;

import org.jspecify.annotations.NullMarked;
