/** JSON in and out: the one place that knows the library behind it. */
@NullMarked
package io.sleddog.local.json;

import org.jspecify.annotations.NullMarked;
