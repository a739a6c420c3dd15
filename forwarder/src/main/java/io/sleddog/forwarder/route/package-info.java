/** Decides of each record whether it is a log, a metric or a trace. */
@NullMarked
package io.sleddog.forwarder.route;

import org.jspecify.annotations.NullMarked;
