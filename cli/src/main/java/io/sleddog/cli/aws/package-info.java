/**
 * AWS, spoken to in the words of its own API: an operation's name and its request as JSON go in,
 * the response as JSON comes out.
 *
 * <p>Plans are written in these words, the doctor's evidence is, and so are the answers that tests
 * give.
 */
@NullMarked
package io.sleddog.cli.aws;

import org.jspecify.annotations.NullMarked;
