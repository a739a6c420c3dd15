/** Bytes of a Lambda event to {@code AwsEvent}s: base64, gzip and nesting are undone here. */
@NullMarked
package io.sleddog.forwarder.decode;

import org.jspecify.annotations.NullMarked;
