/**
 * Tags: pairs of a name and a value that spans carry, and what the user's settings say about them.
 */
@NullMarked
package io.sleddog.lambda.tag;

import org.jspecify.annotations.NullMarked;
