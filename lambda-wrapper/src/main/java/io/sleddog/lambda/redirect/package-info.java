/**
 * Finds the user's handler and calls it as the managed runtime would: same choice of method, same
 * conversion of events and results, same failures.
 */
@NullMarked
package io.sleddog.lambda.redirect;

import org.jspecify.annotations.NullMarked;
