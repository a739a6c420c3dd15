/** Small HTTP servers that listen on the loopback address and nowhere else. */
@NullMarked
package io.sleddog.local.http;

import org.jspecify.annotations.NullMarked;
