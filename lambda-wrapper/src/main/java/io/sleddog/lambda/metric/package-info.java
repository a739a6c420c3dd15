/** Distribution points, custom ones and those that every invocation has. */
@NullMarked
package io.sleddog.lambda.metric;

import org.jspecify.annotations.NullMarked;
