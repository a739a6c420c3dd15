/**
 * Between CDK's functions and the plan's: reads a function of a construct tree into the plan's
 * description, and carries the plan's changes out on it. No rule of its own.
 */
@NullMarked
package io.sleddog.cdk.function;

import org.jspecify.annotations.NullMarked;
