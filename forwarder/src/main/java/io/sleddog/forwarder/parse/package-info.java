/** {@code AwsEvent}s to {@code LogRecord}s, each with what is known about where it came from. */
@NullMarked
package io.sleddog.forwarder.parse;

import org.jspecify.annotations.NullMarked;
