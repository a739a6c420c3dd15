/** {@code sleddog lambda}: instruments functions, and takes that back. */
@NullMarked
package io.sleddog.cli.lambda;

import org.jspecify.annotations.NullMarked;
