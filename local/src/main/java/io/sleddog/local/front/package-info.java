/** An HTTP server before the functions, so that a browser or curl can drive them. */
@NullMarked
package io.sleddog.local.front;

import org.jspecify.annotations.NullMarked;
