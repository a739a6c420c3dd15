/**
 * CloudFormation's intrinsic functions: what they are, what they will be where that is certain, and
 * how they become the plan's texts and come back untouched.
 */
@NullMarked
package io.sleddog.macro.expression;

import org.jspecify.annotations.NullMarked;
