/** Patterns that users wrote for Datadog's forwarder, in Python's syntax. */
@NullMarked
package io.sleddog.forwarder.pattern;

import org.jspecify.annotations.NullMarked;
