/**
 * A function and its log group as they are, before anything is planned.
 *
 * <p>Whatever a template, a construct tree or the Lambda API says of a function fits in these
 * values, also what is known only in part: see {@link io.sleddog.plan.model.Text}.
 */
@NullMarked
package io.sleddog.plan.model;

import org.jspecify.annotations.NullMarked;
