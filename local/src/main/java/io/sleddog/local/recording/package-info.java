/** Sessions as files: one line of JSON for each invocation with all that came of it. */
@NullMarked
package io.sleddog.local.recording;

import org.jspecify.annotations.NullMarked;
