/**
 * The facts of one invocation, as values: its ids, the function's names, whether the sandbox is
 * new.
 */
@NullMarked
package io.sleddog.lambda.invocation;

import org.jspecify.annotations.NullMarked;
