/** The rules that turn spans as tracers write them into spans as the trace intake wants them. */
@NullMarked
package io.sleddog.forwarder.trace;

import org.jspecify.annotations.NullMarked;
