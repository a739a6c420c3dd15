/**
 * What a person sees: lines, colours, tables, progress and questions.
 *
 * <p>Results go to standard output, everything else to standard error. Without a terminal there is
 * no colour, no progress line and no question.
 */
@NullMarked
package io.sleddog.cli.screen;

import org.jspecify.annotations.NullMarked;
