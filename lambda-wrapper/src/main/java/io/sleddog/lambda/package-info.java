/** Wraps a Lambda handler and writes its traces and metrics as log lines. */
@NullMarked
package io.sleddog.lambda;

import org.jspecify.annotations.NullMarked;
