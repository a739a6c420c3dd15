/**
 * {@code sleddog doctor}: why nothing is seen in Datadog.
 *
 * <p>Facts are read once, along the way of the data; each rule looks at them and says what it
 * found, by what it knows it, and what to do. A right that is missing makes a fact unknown, never
 * the run fail.
 */
@NullMarked
package io.sleddog.cli.doctor;

import org.jspecify.annotations.NullMarked;
