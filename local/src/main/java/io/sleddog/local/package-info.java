/** The whole path on one machine, from a function's handler to a recording intake. */
@NullMarked
package io.sleddog.local;

import org.jspecify.annotations.NullMarked;
