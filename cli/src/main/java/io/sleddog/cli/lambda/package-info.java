/** {@code sleddog lambda}: instruments functions, takes that back, and shows how they are. */
@NullMarked
package io.sleddog.cli.lambda;

import org.jspecify.annotations.NullMarked;
