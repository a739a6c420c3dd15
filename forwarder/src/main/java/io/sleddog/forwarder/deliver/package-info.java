/** Batches to outcomes, within the time that the invocation has left. */
@NullMarked
package io.sleddog.forwarder.deliver;

import org.jspecify.annotations.NullMarked;
