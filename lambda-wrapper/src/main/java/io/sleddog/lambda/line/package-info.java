/** Spans and points as log lines: one JSON object each, within the size limit, one write each. */
@NullMarked
package io.sleddog.lambda.line;

import org.jspecify.annotations.NullMarked;
