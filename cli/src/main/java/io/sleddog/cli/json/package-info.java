/** JSON, read and written: the one place that knows the library. */
@NullMarked
package io.sleddog.cli.json;

import org.jspecify.annotations.NullMarked;
